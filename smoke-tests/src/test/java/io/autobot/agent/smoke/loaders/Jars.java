package io.autobot.agent.smoke.loaders;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Writes one jar. For one thread; closing it completes the file. */
public final class Jars implements AutoCloseable {
    private final JarOutputStream jar;

    /** Starts a jar with these main attributes in its manifest. */
    public Jars(Path file, Map<String, String> attributes) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try {
            OutputStream out = Files.newOutputStream(file);
            jar = new JarOutputStream(out, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the files of a folder below a path in the jar, which is empty or ends in a slash. */
    public Jars folder(File folder, String below) throws IOException {
        Path root = folder.toPath();
        if (!below.isEmpty()) {
            jar.putNextEntry(new ZipEntry(below));
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                jar.putNextEntry(
                        new ZipEntry(below + root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
        return this;
    }

    /** Adds what another jar holds, without its {@code META-INF}. */
    public Jars contents(File other) throws IOException {
        try (JarFile source = new JarFile(other)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) source.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.getName().startsWith("META-INF/")) {
                    jar.putNextEntry(new ZipEntry(entry.getName()));
                    source.getInputStream(entry).transferTo(jar);
                }
            }
        }
        return this;
    }

    /** Adds jars as they are, not compressed, which is how they can be read in place. */
    public Jars nested(List<File> jars, String below) throws IOException {
        for (File file : jars) {
            byte[] content = Files.readAllBytes(file.toPath());
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry(below + file.getName());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            jar.putNextEntry(entry);
            jar.write(content);
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
