package io.autobot.agent.testkit.jvm;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM that a test started. Its stdout and stderr are collected as lines from the beginning. It is killed by
 * {@link #close}, by {@link ForkedJvms} at the end of the test, and at the latest when this JVM ends.
 *
 * <p>Any thread may call.
 */
public final class ForkedJvm implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern ENDPOINT =
            Pattern.compile("\\[autobot-agent\\].*?\\b(https?)://(\\[[^\\]]*\\]|[^\\s/:]*):(\\d+)/");

    private final Process process;
    private final List<String> command;
    private final OutputLines out;
    private final OutputLines err;
    private final OutputStream stdin;

    ForkedJvm(ProcessBuilder builder) {
        this.command = List.copyOf(builder.command());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
        OpenProcesses.add(process);
        Object changed = new Object();
        out = new OutputLines(process.getInputStream(), "stdout of " + process.pid(), changed);
        err = new OutputLines(process.getErrorStream(), "stderr of " + process.pid(), changed);
        stdin = process.getOutputStream();
    }

    /** A JVM of this JDK, still without a main class. */
    public static ForkedJvmBuilder on(Jdk jdk) {
        return new ForkedJvmBuilder(jdk);
    }

    /** A class path of files and folders, as the JVM takes it. */
    static String classPath(Collection<File> files) {
        return files.stream()
                .map(File::getPath)
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElse("");
    }

    /** The lines on stdout so far. */
    public List<String> stdout() {
        return out.soFar();
    }

    /** The lines on stderr so far. */
    public List<String> stderr() {
        return err.soFar();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** The process itself, for what is not offered here. */
    public Process process() {
        return process;
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits for a line on stdout, from the first one on.
     *
     * @throws AssertionError when time is up, or the JVM ended without such a line; the message holds its output
     */
    public String awaitStdout(Predicate<String> wanted, Duration timeout) {
        return await(wanted, timeout, out);
    }

    /** As {@link #awaitStdout}, on stderr. */
    public String awaitStderr(Predicate<String> wanted, Duration timeout) {
        return await(wanted, timeout, err);
    }

    /** As {@link #awaitStdout}, on either stream. */
    public String awaitLine(Predicate<String> wanted, Duration timeout) {
        return await(wanted, timeout, out, err);
    }

    /** The port in the agent's start line; waits a minute for that line at most. */
    public int endpointPort() {
        return Integer.parseInt(endpoint().group(3));
    }

    /**
     * Scheme, loopback host and port of the agent's endpoint, without a slash at the end. The line may name the
     * wildcard address, to which nobody can connect everywhere, hence the loopback.
     */
    public String endpointUrl() {
        Matcher line = endpoint();
        return line.group(1) + "://127.0.0.1:" + line.group(3);
    }

    /** Writes a line to its stdin. */
    public void send(String line) {
        try {
            stdin.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("stdin of " + process.pid() + " is closed", e);
        }
    }

    /** Ends its stdin. */
    public void closeStdin() {
        try {
            stdin.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for its end, with all its output read.
     *
     * @throws AssertionError when it still runs after that time; it is then killed
     */
    public int exitCode(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new AssertionError("still running after " + timeout + "\n" + report());
            }
            out.awaitEnd(timeout);
            err.awaitEnd(timeout);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + process.pid(), e);
        }
    }

    /** Asks it to end, as {@code kill} does: shutdown hooks run. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it at once and waits until it is gone; its children too. */
    public void kill() {
        OpenProcesses.kill(process);
    }

    @Override
    public void close() {
        kill();
    }

    /** Command and everything it printed, for a failure message. */
    public String report() {
        return "command: " + String.join(" ", command) + "\n--- stdout\n" + String.join("\n", stdout())
                + "\n--- stderr\n" + String.join("\n", stderr());
    }

    private Matcher endpoint() {
        Matcher line =
                ENDPOINT.matcher(awaitStderr(text -> ENDPOINT.matcher(text).find(), START));
        line.find();
        return line;
    }

    private String await(Predicate<String> wanted, Duration timeout, OutputLines... streams) {
        try {
            String line = OutputLines.await(wanted, timeout, streams);
            if (line != null) {
                return line;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String why = process.isAlive() ? "no such line within " + timeout : "ended without such a line";
        throw new AssertionError(why + "\n" + report());
    }

    /** The folder a JVM starts in unless told otherwise. */
    static Path here() {
        return Path.of("").toAbsolutePath();
    }
}
