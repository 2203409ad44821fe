package io.autobot.agent.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Decides what of a class path goes into the agent's jar, and where. */
final class Bundle {
    /** The only classes that the application's loader may see. */
    private static final Pattern LAUNCHER =
            Pattern.compile("io/autobot/agent/Agent(Launcher|ClassLoader)(\\$.*)?\\.class");

    private static final Pattern LICENCE = Pattern.compile("META-INF/(?:licenses/)?((?:LICENSE|NOTICE|ASM)[^/]*)");

    private static final Pattern ARTIFACT = Pattern.compile("(.+?)-\\d.*\\.jar");

    /**
     * Left out. Multi-release copies would never be read (our loader looks at none); Byte Buddy's build plugin engine
     * has no use in a running JVM, while the rest of {@code net/bytebuddy/build} is needed.
     */
    private static final List<Pattern> DROPPED = Stream.of(
                    "META-INF/MANIFEST\\.MF",
                    "META-INF/maven/.*",
                    "META-INF/versions/.*",
                    "META-INF/[^/]+\\.(SF|RSA|DSA|EC)",
                    "META-INF/INDEX\\.LIST",
                    "(.*/)?module-info\\.class",
                    "net/bytebuddy/build/Plugin\\$Engine.*",
                    "net/bytebuddy/build/(gradle|maven)/.*")
            .map(Pattern::compile)
            .toList();

    private final AgentJar jar;

    private final String notice;

    /** @param notice text that must name every library */
    Bundle(AgentJar jar, String notice) {
        this.jar = jar;
        this.notice = notice;
    }

    /** A module of this build: as a folder of classes or as its jar. */
    static boolean ours(Path element) {
        return Files.isDirectory(element) || element.getFileName().toString().startsWith("autobot-");
    }

    /** Adds what the build generated, as it is. */
    void generated(Path folder) throws IOException {
        for (Path file : files(folder)) {
            jar.put("inst/" + name(folder, file), Files.readAllBytes(file), folder.toString());
        }
    }

    /** Adds an element of the class path. */
    void add(Path element) throws IOException {
        if (Files.isDirectory(element)) {
            for (Path file : files(element)) {
                put(name(element, file), Files.readAllBytes(file), element, true);
            }
            return;
        }
        boolean ours = ours(element);
        if (!ours) {
            requireNotice(element);
        }
        try (ZipFile zip = new ZipFile(element.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        put(entry.getName(), in.readAllBytes(), element, ours);
                    }
                }
            }
        }
    }

    private void put(String name, byte[] bytes, Path source, boolean ours) throws IOException {
        if (DROPPED.stream().anyMatch(pattern -> pattern.matcher(name).matches())) {
            return;
        }
        String target = target(name, source);
        if (!ours && jar.oursHas(target)) {
            return;
        }
        jar.put(target, bytes, ours ? AgentJar.OURS + source : source.toString());
    }

    private static String target(String name, Path source) {
        Matcher licence = LICENCE.matcher(name);
        if (licence.matches()) {
            return "META-INF/licenses/" + artifact(source) + "/" + licence.group(1);
        }
        if (LAUNCHER.matcher(name).matches()) {
            return name;
        }
        return "inst/" + (name.endsWith(".class") ? name + "data" : name);
    }

    private void requireNotice(Path library) throws IOException {
        if (!Pattern.compile("^" + Pattern.quote(artifact(library)) + "\\s", Pattern.MULTILINE)
                .matcher(notice)
                .find()) {
            throw new IOException(library + " would be bundled, but NOTICE has no line for it: add one, or exclude it");
        }
    }

    private static String artifact(Path library) {
        Matcher matcher = ARTIFACT.matcher(library.getFileName().toString());
        return matcher.matches() ? matcher.group(1) : library.getFileName().toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
