package io.autobot.agent.testkit.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The lines of one output stream of a process, read by a thread of its own so that the process never waits for us. */
final class OutputLines {
    private final List<String> lines = new ArrayList<>();

    /** Guards the lines; one for both streams of a process, so that one wait can watch both. */
    private final Object changed;

    private boolean ended;

    OutputLines(InputStream stream, String name, Object changed) {
        this.changed = changed;
        Thread reader = new Thread(() -> read(stream), "autobot-testkit " + name);
        reader.setDaemon(true);
        reader.setContextClassLoader(null);
        reader.start();
    }

    List<String> soFar() {
        synchronized (changed) {
            return List.copyOf(lines);
        }
    }

    void awaitEnd(Duration timeout) throws InterruptedException {
        await(line -> false, timeout, this);
    }

    /** The first wanted line of any of the streams, or null when time is up or all streams have ended. */
    static String await(Predicate<String> wanted, Duration timeout, OutputLines... streams)
            throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        int[] seen = new int[streams.length];
        Object changed = streams[0].changed;
        synchronized (changed) {
            while (true) {
                boolean open = false;
                for (int i = 0; i < streams.length; i++) {
                    OutputLines stream = streams[i];
                    while (seen[i] < stream.lines.size()) {
                        String line = stream.lines.get(seen[i]++);
                        if (wanted.test(line)) {
                            return line;
                        }
                    }
                    open |= !stream.ended;
                }
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (!open || millis <= 0) {
                    return null;
                }
                changed.wait(millis);
            }
        }
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (changed) {
                    lines.add(line);
                    changed.notifyAll();
                }
            }
        } catch (IOException closed) {
            // A killed process closes its pipes in the middle of a read.
        } finally {
            synchronized (changed) {
                ended = true;
                changed.notifyAll();
            }
        }
    }
}
