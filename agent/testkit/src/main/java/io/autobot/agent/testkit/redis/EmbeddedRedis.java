package io.autobot.agent.testkit.redis;

import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.Versions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The redis-server executables inside the embedded-redis jar; no class of that jar is used. */
final class EmbeddedRedis {
    private EmbeddedRedis() {}

    /** The first executable for this machine that runs; empty where there is none. */
    static Optional<RedisLauncher> find() {
        List<String> names = names(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String version = Versions.of("embedded-redis");
        File jar = Libraries.resolve("com.github.codemonstur:embedded-redis:" + version, "*:*")
                .get(0);
        for (String name : names) {
            RedisBinary binary = new RedisBinary("embedded " + name, unpack(jar, name));
            if (binary.runs()) {
                return Optional.of(binary);
            }
        }
        return Optional.empty();
    }

    /** Beginnings of entry names. The 64-bit Linux one needs OpenSSL 3; the 32-bit one needs nothing. */
    static List<String> names(String os, String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return arm ? List.of("linux-arm64") : List.of("linux-amd64", "linux-386");
        }
        if (system.startsWith("mac")) {
            return List.of(arm ? "darwin-arm64" : "darwin-amd64");
        }
        return List.of();
    }

    private static Path unpack(File jar, String name) {
        try (JarFile opened = new JarFile(jar)) {
            ZipEntry entry = opened.stream()
                    .filter(each -> each.getName().startsWith("redis-server-")
                            && each.getName().endsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + jar));
            Path executable = Files.createTempFile("autobot-redis-server", "");
            executable.toFile().deleteOnExit();
            try (InputStream in = opened.getInputStream(entry)) {
                Files.write(executable, in.readAllBytes());
            }
            if (!executable.toFile().setExecutable(true)) {
                throw new IllegalStateException("cannot make " + executable + " executable");
            }
            return executable;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + name + " from " + jar, e);
        }
    }
}
