package io.autobot.agent.smoke.loaders;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * Compiles the programs under {@code src/test/programs} against the library version a test chose; they know nothing of
 * the agent. Any thread.
 */
public final class Programs {
    private static final Path SOURCES = Path.of("src", "test", "programs").toAbsolutePath();
    private static final Path OUTPUT = Path.of("target", "programs").toAbsolutePath();

    private Programs() {}

    /**
     * Compiles for the class path, with what the sources use of those in the first one's folder.
     *
     * @param sources paths under {@code src/test/programs}
     * @return a new folder of class files
     */
    public static File compile(List<File> classPath, String... sources) {
        return compile("-cp", classPath, sources);
    }

    /** As {@link #compile(List, String...)}, with a {@code module-info.java} among the sources. */
    public static File compileModule(List<File> modulePath, String... sources) {
        return compile("--module-path", modulePath, sources);
    }

    /** A new empty folder under {@code target}. */
    public static Path folder(String name) {
        try {
            Files.createDirectories(OUTPUT);
            return Files.createTempDirectory(OUTPUT, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File compile(String pathOption, List<File> path, String... sources) {
        File folder = folder("classes").toFile();
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-nowarn", "-d", folder.getPath()));
        if (!path.isEmpty()) {
            arguments.add(pathOption);
            arguments.add(path.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)));
        }
        if (pathOption.equals("-cp")) {
            arguments.add("-sourcepath");
            arguments.add(SOURCES.resolve(sources[0]).getParent().toString());
        }
        for (String source : sources) {
            arguments.add(SOURCES.resolve(source).toString());
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(new String[0]));
        if (result != 0) {
            throw new AssertionError("cannot compile " + List.of(sources) + "\n" + said);
        }
        return folder;
    }
}
