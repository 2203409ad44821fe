package io.autobot.agent.testkit.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One redis-server on a loopback port, with nothing kept on disk. Made by {@link RedisServers}. For one thread at a
 * time, except that {@link #host} and {@link #port} may be read by any.
 */
public final class RedisProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    private final RedisLauncher launcher;
    private final boolean sentinel;
    private final List<String> config;
    private final Path folder;
    private int port;
    private RedisLauncher.RedisChild child;
    private RedisWire control;

    /** Commands this object sent for its own purposes since the server's counts began. */
    private final Map<String, Long> own = new HashMap<>();

    private RedisProcess(RedisLauncher launcher, boolean sentinel, List<String> config) {
        this.launcher = launcher;
        this.sentinel = sentinel;
        this.config = config;
        try {
            folder = Files.createTempDirectory("autobot-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param config lines of a redis.conf
     */
    static RedisProcess start(RedisLauncher launcher, boolean sentinel, List<String> config) {
        RedisProcess server = new RedisProcess(launcher, sentinel, config);
        try {
            for (int attempt = 1; ; attempt++) {
                server.port = FreePorts.next();
                if (server.launch(attempt == ATTEMPTS)) {
                    return server;
                }
            }
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    /** The address to connect to. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port; the same after a restart. */
    public int port() {
        return port;
    }

    /** Host and port with a colon between. */
    public String address() {
        return host() + ":" + port;
    }

    /** The server's own version, such as 7.0.15. */
    public String version() {
        String version = InfoText.fields((String) call("INFO", "server")).get("redis_version");
        sent("info");
        return version;
    }

    /** Whether the server is at least of this version: {@code isAtLeast(6, 2)}. */
    public boolean isAtLeast(int major, int minor) {
        String[] parts = version().split("\\.");
        int actual = Integer.parseInt(parts[0]);
        return actual > major || actual == major && Integer.parseInt(parts[1]) >= minor;
    }

    /** A new connection, with the password given if the configuration asks for one. The caller closes it. */
    public RedisWire connect() {
        RedisWire wire = new RedisWire(host(), port);
        String password = setting("requirepass");
        if (password != null) {
            wire.call("AUTH", password);
        }
        return wire;
    }

    /**
     * Sends one command over the testkit's own connection; the server counts it like any other. A broken connection is
     * an error once, and the next call makes a new one.
     */
    public Object call(String... command) {
        try {
            return control().call(command);
        } catch (UncheckedIOException broken) {
            disconnect();
            throw broken;
        }
    }

    /**
     * What the server counted since its start or {@link #resetStats}, less what this object asked for that purpose
     * (its INFO, CONFIG RESETSTAT, AUTH and QUIT).
     */
    public CommandStats commandStats() {
        CommandStats stats = CommandStats.parse((String) call("INFO", "commandstats"));
        for (Map.Entry<String, Long> one : own.entrySet()) {
            stats = stats.less(one.getKey(), one.getValue());
        }
        sent("info");
        return stats;
    }

    /** CONFIG RESETSTAT. */
    public void resetStats() {
        call("CONFIG", "RESETSTAT");
        own.clear();
        // The server counts a command after its execution, this one therefore after the reset.
        sent("config|resetstat");
    }

    /** Whether the process runs; a paused one does. */
    public boolean isAlive() {
        return child != null && child.isAlive();
    }

    /** Stops the whole process where it stands: connections stay open, nothing is answered. */
    public void pause() {
        child.pause();
    }

    /** Lets a paused process go on. */
    public void resume() {
        child.resume();
    }

    /** Ends the process at once; connections break. */
    public void kill() {
        disconnect();
        if (child != null) {
            child.kill();
        }
    }

    /** Kills it if need be and starts it anew, empty, on the same port with the same configuration. */
    public void restart() {
        kill();
        launch(true);
    }

    /** What the server printed. */
    public String output() {
        return child == null ? "" : child.output();
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private RedisWire control() {
        if (control == null) {
            control = connect();
            if (setting("requirepass") != null) {
                sent("auth");
            }
        }
        return control;
    }

    private void sent(String command) {
        own.merge(command, 1L, Long::sum);
    }

    private void disconnect() {
        if (control != null) {
            control.close();
            control = null;
        }
    }

    /** False when the process ended at once, as it does when another one took the port. */
    private boolean launch(boolean last) {
        own.clear();
        child = launcher.start(writeConfig(), sentinel);
        Awaitility.await()
                .atMost(START)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !child.isAlive() || answers());
        if (!child.isAlive() && last) {
            throw new IllegalStateException("redis-server ended at its start: " + child.output());
        }
        return child.isAlive();
    }

    private boolean answers() {
        try (RedisWire wire = new RedisWire(host(), port)) {
            // The one command that needs no password. Servers before 7.0 do not count it.
            wire.call("QUIT");
            sent("quit");
            return true;
        } catch (RedisWire.ErrorReply sentinelHasNoQuit) {
            return true;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Path writeConfig() {
        List<String> lines = new ArrayList<>(
                List.of("port " + port, "bind 127.0.0.1", "dir " + folder, "daemonize no", "protected-mode no"));
        if (!sentinel) {
            lines.addAll(List.of("save \"\"", "appendonly no"));
        }
        lines.addAll(config);
        try {
            return Files.write(folder.resolve("redis.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a line of the configuration this server was given, or null. */
    String setting(String name) {
        return config.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }
}
