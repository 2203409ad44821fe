package io.autobot.agent.smoke.survival;

import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The programs of {@code src/test/services}, compiled once in a test run; nothing of the agent is on their class path. */
final class TestServices {
    /** With a logger that is silent, so that the service's stderr stays empty. */
    private static final List<String> LIBRARIES = List.of("redis.clients:jedis:8.0.2", "org.slf4j:slf4j-nop:1.7.36");

    private static final Path SOURCES = Path.of("src", "test", "services");
    private static final Path CLASSES = Programs.folder("services");
    private static boolean compiled;

    private TestServices() {}

    /** A service that may use Jedis. */
    static ForkedJvmBuilder on(Jdk jdk) {
        return ForkedJvm.on(jdk).classPath(classPath()).main("Service");
    }

    /** The service's own classes in a jar, as an archive of classes needs them, and its libraries. */
    static List<File> classPathOfJars(Path folder) {
        List<File> files = new ArrayList<>(classPath());
        files.set(0, jar(folder.resolve("service.jar"), new Manifest()).toFile());
        return files;
    }

    /** The second agent that reads the counts of the first. */
    static Path countReader(Path folder) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), "CountReader");
        return jar(folder.resolve("count-reader.jar"), manifest);
    }

    private static Path jar(Path jar, Manifest manifest) {
        classPath();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> classes = Files.list(CLASSES)) {
            for (Path one : classes.sorted().toList()) {
                out.putNextEntry(new JarEntry(one.getFileName().toString()));
                Files.copy(one, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    static synchronized List<File> classPath() {
        List<File> files = new ArrayList<>(List.of(CLASSES.toFile()));
        files.addAll(Libraries.resolveAll(LIBRARIES));
        if (!compiled) {
            compile(files);
            compiled = true;
        }
        return files;
    }

    private static void compile(List<File> classPath) {
        String path = String.join(
                File.pathSeparator, classPath.stream().map(File::getPath).toList());
        List<String> command = new ArrayList<>(
                List.of("--release", "17", "-nowarn", "-Xlint:none", "-d", CLASSES.toString(), "-cp", path));
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.map(Path::toString).sorted().forEach(command::add);
            Files.createDirectories(CLASSES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(new String[0])) != 0) {
            throw new AssertionError(SOURCES + " does not compile");
        }
    }
}
