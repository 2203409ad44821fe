package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Kotlin for a test: its compiler, found like a library and run in a loader of its own. */
final class Kotlin {
    private static final String VERSION = "2.2.21";
    private static final String COMPILER = "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler";

    /** What suspending functions need besides Spring. */
    static final List<String> LIBRARIES = List.of(
            "org.jetbrains.kotlin:kotlin-stdlib:" + VERSION,
            "org.jetbrains.kotlin:kotlin-reflect:" + VERSION,
            "org.jetbrains.kotlinx:kotlinx-coroutines-reactor:1.10.2");

    private static final Map<String, File> COMPILED = new ConcurrentHashMap<>();

    private Kotlin() {}

    /** Compiles a file of the test's resources, once: it runs with other releases than those of this class path too. */
    static File compiled(String source, List<File> classPath) {
        return COMPILED.computeIfAbsent(source, absent -> compile(source, classPath));
    }

    private static File compile(String source, List<File> classPath) {
        try (LibraryLoader compiler =
                LibraryLoader.of(Libraries.resolve("org.jetbrains.kotlin:kotlin-compiler-embeddable:" + VERSION))) {
            Path folder = Files.createTempDirectory(Path.of("target"), "kotlin-");
            List<String> arguments = new ArrayList<>(List.of("-no-stdlib", "-no-reflect", "-jvm-target", "17"));
            arguments.addAll(List.of("-d", folder.toString(), "-classpath"));
            arguments.add(classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)));
            arguments.add(Path.of(Kotlin.class.getResource(source).toURI()).toString());
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Object code = compiler.within(() -> {
                Class<?> type = compiler.loadClass(COMPILER);
                return type.getMethod("exec", PrintStream.class, String[].class)
                        .invoke(
                                type.getConstructor().newInstance(),
                                new PrintStream(said),
                                arguments.toArray(new String[0]));
            });
            if (!code.toString().equals("OK")) {
                throw new AssertionError(said.toString());
            }
            return folder.toFile();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
