package io.autobot.agent.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The content of the agent's jar, sorted by name, and its manifest. Refuses a name that comes twice. */
final class AgentJar {
    /** Begins the source of what this build compiled itself. */
    static final String OURS = "module ";

    private static final String LAUNCHER = "io.autobot.agent.AgentLauncher";

    private record Entry(byte[] bytes, String source) {}

    private final Map<String, Entry> entries = new TreeMap<>();

    /** @throws IOException if the name is taken, naming both sources */
    void put(String name, byte[] bytes, String source) throws IOException {
        Entry former = entries.putIfAbsent(name, new Entry(bytes, source));
        if (former != null) {
            throw new IOException(name + " comes both from " + former.source + " and from " + source);
        }
    }

    /** Whether a module of this build brought this name. */
    boolean oursHas(String name) {
        Entry entry = entries.get(name);
        return entry != null && entry.source.startsWith(OURS);
    }

    /** Writes the jar; the time stands on every entry. */
    void write(Path jar, String version, OffsetDateTime time) throws IOException {
        // Without a zone, or the same build would differ from one time zone to the next.
        LocalDateTime stamp = time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        Files.createDirectories(jar.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            write(zip, "META-INF/MANIFEST.MF", manifest(version), stamp);
            for (Map.Entry<String, Entry> entry : entries.entrySet()) {
                write(zip, entry.getKey(), entry.getValue().bytes, stamp);
            }
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] bytes, LocalDateTime stamp) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(stamp);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] manifest(String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.IMPLEMENTATION_TITLE, "autobot-agent");
        main.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        main.put(Attributes.Name.MAIN_CLASS, LAUNCHER);
        main.putValue("Premain-Class", LAUNCHER);
        main.putValue("Agent-Class", LAUNCHER);
        main.putValue("Can-Redefine-Classes", "true");
        main.putValue("Can-Retransform-Classes", "true");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }
}
