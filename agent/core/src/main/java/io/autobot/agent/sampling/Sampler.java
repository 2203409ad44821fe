package io.autobot.agent.sampling;

import io.autobot.agent.log.UncaughtFailures;
import io.autobot.agent.status.StatusBoard;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One daemon thread and one schedule for everything that is looked at from time to time. The thread starts with the
 * first task and waits inside the JVM, so that it never delays the JVM's exit. Any thread may add tasks.
 */
public final class Sampler {
    /** The first figures come soon, so that a new user sees them within a minute. */
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final StatusBoard status;
    private final List<Task> tasks = new ArrayList<>();
    private Thread thread;

    public Sampler(StatusBoard status) {
        this.status = status;
    }

    /** What is done from time to time. */
    public interface Sample {
        /** @param nowNanos {@link System#nanoTime} */
        void take(long nowNanos) throws Exception;
    }

    private static final class Task {
        private final String name;
        private final long interval;
        private final Sample sample;
        private long due;

        Task(String name, long interval, long due, Sample sample) {
            this.name = name;
            this.interval = interval;
            this.due = due;
            this.sample = sample;
        }
    }

    /**
     * Takes a sample after the delay and then at every interval. A failure is counted and said once, and the next
     * sample is taken all the same.
     */
    public synchronized void every(String name, long delayNanos, long intervalNanos, Sample sample) {
        tasks.add(new Task(name, intervalNanos, System.nanoTime() + delayNanos, sample));
        if (thread == null) {
            thread = ownThread();
            thread.start();
        }
        notifyAll();
    }

    /** As {@link #every}, the first time after two seconds or the interval, whichever is shorter. */
    public void soonAndEvery(String name, long intervalNanos, Sample sample) {
        every(name, Math.min(intervalNanos, SOON_NANOS), intervalNanos, sample);
    }

    /**
     * The application's first command starts the thread, on the application's stack. Up to JDK 23 a thread keeps the
     * protection domains of all classes on that stack, and with them their class loaders; a privileged action shows it
     * ours alone. Nor are inheritable thread locals of the application any business of ours.
     */
    @SuppressWarnings("removal")
    private Thread ownThread() {
        PrivilegedAction<Thread> make = () -> new Thread(null, this::run, "autobot-sampler", 0, false);
        Thread made = AccessController.doPrivileged(make);
        made.setDaemon(true);
        made.setContextClassLoader(null);
        made.setUncaughtExceptionHandler(UncaughtFailures.HANDLER);
        return made;
    }

    private void run() {
        while (true) {
            try {
                take(next());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void take(Task task) {
        try {
            task.sample.take(System.nanoTime());
        } catch (Throwable thrown) {
            status.error("sampling", task.name, thrown);
        }
    }

    /** Waits for the task that is due first. */
    private synchronized Task next() throws InterruptedException {
        while (true) {
            Task first = tasks.get(0);
            for (Task task : tasks) {
                first = task.due - first.due < 0 ? task : first;
            }
            long left = first.due - System.nanoTime();
            if (left <= 0) {
                first.due = System.nanoTime() + first.interval;
                return first;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
    }
}
