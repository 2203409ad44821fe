package io.autobot.agent.smoke.redis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The main class of the forked JVM: runs one program after the other, each in a class loader of its own. Takes
 * {@code run <id> <class> <class path> name=value ...} on stdin, separated by tabs, and prints lines that start with
 * the id. At a checkpoint it waits for a line.
 */
public final class ProgramHost {
    private ProgramHost() {}

    /** Runs what stdin says until it ends. */
    public static void main(String[] args) throws IOException {
        BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
            String[] words = line.split("\t");
            run(words, stdin);
        }
    }

    private static void run(String[] words, BufferedReader stdin) {
        String id = words[0];
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 3; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        Consumer<String> checkpoint = name -> {
            say(id + " checkpoint " + name);
            try {
                stdin.readLine();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
        // Not closed: threads of the library may outlive the program.
        ClassLoader loader = loader(words[2]);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            @SuppressWarnings("unchecked")
            BiFunction<Map<String, String>, Consumer<String>, List<String>> program =
                    (BiFunction<Map<String, String>, Consumer<String>, List<String>>)
                            loader.loadClass(words[1]).getDeclaredConstructor().newInstance();
            program.apply(settings, checkpoint).forEach(entry -> say(id + " ledger " + entry));
            say(id + " done");
        } catch (Throwable failure) {
            failure.printStackTrace();
            say(id + " failed " + failure);
        }
    }

    private static ClassLoader loader(String classPath) {
        List<URL> urls = new ArrayList<>();
        for (String path : classPath.split(File.pathSeparator)) {
            try {
                urls.add(new File(path).toURI().toURL());
            } catch (IOException e) {
                throw new IllegalArgumentException(path, e);
            }
        }
        return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
