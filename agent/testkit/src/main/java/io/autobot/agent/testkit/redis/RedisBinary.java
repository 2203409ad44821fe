package io.autobot.agent.testkit.redis;

import io.autobot.agent.testkit.jvm.OpenProcesses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a redis-server executable as a child process. */
final class RedisBinary implements RedisLauncher {
    /** Names the executable to use. */
    static final String PROPERTY = "autobot.test.redis-server";

    private final String kind;
    private final Path executable;

    RedisBinary(String kind, Path executable) {
        this.kind = kind;
        this.executable = executable;
    }

    /** The executable that the system property names, else the first on the PATH. */
    static Optional<RedisLauncher> installed() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            Path executable = Path.of(named);
            if (!Files.isExecutable(executable)) {
                throw new AssertionError("-D" + PROPERTY + "=" + named + " is not an executable file");
            }
            return Optional.of(new RedisBinary("installed", executable));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(executable -> new RedisBinary("installed", executable));
    }

    /** Whether this machine can run it at all: a library it needs may be missing. */
    boolean runs() {
        try {
            Process process = new ProcessBuilder(executable.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException cannotRun) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String describe() {
        return kind + " " + executable;
    }

    @Override
    public RedisChild start(Path config, boolean sentinel) {
        List<String> command = new ArrayList<>(List.of(executable.toString(), config.toString()));
        if (sentinel) {
            command.add("--sentinel");
        }
        Path log = config.resolveSibling(config.getFileName() + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(config.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            OpenProcesses.add(process);
            return new Child(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    private record Child(Process process, Path log) implements RedisChild {
        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public void pause() {
            signal("-STOP");
        }

        @Override
        public void resume() {
            signal("-CONT");
        }

        @Override
        public void kill() {
            OpenProcesses.kill(process);
        }

        @Override
        public String output() {
            try {
                return Files.readString(log, StandardCharsets.UTF_8);
            } catch (IOException e) {
                return "(no output: " + e + ")";
            }
        }

        private void signal(String signal) {
            try {
                Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .inheritIO()
                        .start();
                if (kill.waitFor() != 0) {
                    throw new IllegalStateException("kill " + signal + " " + process.pid() + " failed");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
