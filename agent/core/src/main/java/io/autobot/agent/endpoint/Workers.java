package io.autobot.agent.endpoint;

import io.autobot.agent.log.AgentLog;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that read requests and answer them, and the watchdog that frees them from clients that stall.
 *
 * <p>The JDK's server reads request heads and writes bodies with blocking calls, and its own time-outs are system
 * properties that would apply to the application's servers too. Interrupting a thread blocked on a
 * {@code SocketChannel} closes the channel, with TLS as without, so an interrupt is all it takes. While others wait
 * in the queue, a client that has not even sent its request head gets a tenth of the patience only: otherwise a
 * queue of half-open connections would hold the workers for several rounds of the full time.
 *
 * <p>No thread exists while there are no requests.
 */
final class Workers implements Executor {
    private static final int THREADS = 4;
    private static final int QUEUE = 16;
    private static final int CHECKS = 10;
    private static final int LINGER_SECONDS = 30;

    private final ThreadLocal<Work> current = new ThreadLocal<>();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            LINGER_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            EndpointThreads.numbered("worker"),
            new ThreadPoolExecutor.AbortPolicy());
    private final ScheduledThreadPoolExecutor watchdog =
            new ScheduledThreadPoolExecutor(1, EndpointThreads.numbered("watchdog"));
    private final long patienceNanos;

    Workers(Duration patience) {
        patienceNanos = patience.toNanos();
        pool.allowCoreThreadTimeOut(true);
        watchdog.setRemoveOnCancelPolicy(true);
        watchdog.setKeepAliveTime(LINGER_SECONDS, TimeUnit.SECONDS);
        watchdog.allowCoreThreadTimeOut(true);
    }

    /** Runs the work or throws {@code RejectedExecutionException} at once; the server then closes the connection. */
    @Override
    public void execute(Runnable exchange) {
        pool.execute(new Work(exchange));
    }

    /** Says that the request being served by this thread has been read. */
    void requestRead() {
        Work work = current.get();
        if (work != null) {
            work.reading = false;
        }
    }

    /** Ends every thread. */
    void stop() {
        pool.shutdownNow();
        watchdog.shutdownNow();
    }

    private final class Work implements Runnable {
        private final Runnable exchange;
        private volatile boolean reading = true;
        private long started;
        private Thread thread;

        Work(Runnable exchange) {
            this.exchange = exchange;
        }

        @Override
        public void run() {
            started = System.nanoTime();
            synchronized (this) {
                thread = Thread.currentThread();
            }
            current.set(this);
            Future<?> checks = null;
            try {
                long interval = patienceNanos / CHECKS;
                checks = watchdog.scheduleWithFixedDelay(this::check, interval, interval, TimeUnit.NANOSECONDS);
                exchange.run();
            } catch (Throwable failure) {
                // Left to the thread's handler it would become a stack trace on the application's stderr.
                AgentLog.debug("endpoint: " + AgentLog.brief(failure));
            } finally {
                current.remove();
                synchronized (this) {
                    thread = null;
                }
                // An interrupt that came too late must not reach the next request.
                Thread.interrupted();
                if (checks != null) {
                    checks.cancel(false);
                }
            }
        }

        private void check() {
            boolean late = System.nanoTime() - started >= patienceNanos;
            boolean inTheWay = reading && !pool.getQueue().isEmpty();
            synchronized (this) {
                if (thread != null && (late || inTheWay)) {
                    thread.interrupt();
                }
            }
        }
    }
}
