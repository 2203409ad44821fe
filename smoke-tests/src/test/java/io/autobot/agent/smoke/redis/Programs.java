package io.autobot.agent.smoke.redis;

import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the programs under {@code program/}, those of Jedis against one version of it. */
final class Programs {
    private Programs() {}

    /**
     * The class path of a program: its classes, Jedis, and what that needs.
     *
     * @param out an empty folder for the classes
     * @param sources files and folders under {@code program/}
     */
    static List<File> compile(String jedis, Path out, String... sources) {
        return compile(List.of("redis.clients:jedis:" + jedis), out, sources);
    }

    /** As {@link #compile(String, Path, String...)}, with the libraries by their Maven coordinates. */
    static List<File> compile(List<String> libraries, Path out, String... sources) {
        List<File> library = Libraries.resolveAll(libraries);
        List<File> files = new ArrayList<>();
        for (String source : sources) {
            files.addAll(javaFiles(source));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        String classPath = library.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of("-nowarn", "-proc:none", "--release", "17", "-cp", classPath, "-d", out.toString()),
                            null,
                            manager.getJavaFileObjectsFromFiles(files))
                    .call();
            if (!compiled) {
                throw new AssertionError("the program does not compile against " + libraries + "\n" + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<File> all = new ArrayList<>(List.of(out.toFile()));
        all.addAll(library);
        return all;
    }

    /** The folders that hold what differs between versions of the plain and the pooled clients. */
    static String[] versionFolders(String jedis) {
        int major = Integer.parseInt(jedis.substring(0, jedis.indexOf('.')));
        if (major == 3) {
            return new String[] {"neutral", "common", "v3"};
        }
        boolean redisClient = major > 7 || jedis.startsWith("7.5.");
        return redisClient
                ? new String[] {"neutral", "common", "v4/Compat.java", "v4/Unified.java", "v8"}
                : new String[] {"neutral", "common", "v4"};
    }

    private static List<File> javaFiles(String source) {
        URL url = Programs.class.getResource("program/" + source);
        try (Stream<Path> found = Files.walk(Path.of(url.toURI()))) {
            return found.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("no program " + source, e);
        }
    }
}
