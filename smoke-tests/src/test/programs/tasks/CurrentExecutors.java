package tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What executors can only do on newer JDKs: a virtual thread for each task, delayed tasks of fork/join pools. */
public final class CurrentExecutors {
    private CurrentExecutors() {}

    /** Tells when the agent sees executors. */
    static final class Early implements Runnable {
        @Override
        public void run() {}
    }

    /** Works. */
    static final class Order implements Runnable, Callable<String> {
        @Override
        public void run() {}

        @Override
        public String call() {
            return "done";
        }
    }

    /** Works a few times. */
    static final class Tick implements Runnable {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public void run() {
            if (times.incrementAndGet() == 4) {
                throw new IllegalStateException("expected");
            }
        }
    }

    /** Gives up when it is interrupted. */
    static final class Sleeper implements Callable<String> {
        private static final CountDownLatch RUNNING = new CountDownLatch(3);

        @Override
        public String call() throws InterruptedException {
            RUNNING.countDown();
            Thread.sleep(Long.MAX_VALUE);
            return "never";
        }
    }

    /** Never begins. */
    static final class Late implements Runnable {
        @Override
        public void run() {
            throw new AssertionError();
        }
    }

    private interface HandingOver {
        void task() throws Exception;
    }

    private static void expect(Class<? extends Exception> expected, HandingOver handingOver) {
        try {
            handingOver.task();
        } catch (Exception thrown) {
            if (expected.isInstance(thrown)) {
                return;
            }
            thrown.printStackTrace();
        }
        throw new AssertionError(expected);
    }

    private static void threads() throws Exception {
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        threads.submit((Callable<String>) new Order()).get();
        threads.execute(new Order());
        Future<?> cancelled = threads.submit(new Sleeper());
        Future<?> interrupted = threads.submit(new Sleeper());
        threads.submit(new Sleeper());
        Sleeper.RUNNING.await();
        cancelled.cancel(true);
        cancelled.cancel(true);
        threads.shutdownNow();
        expect(ExecutionException.class, interrupted::get);
        expect(RejectedExecutionException.class, () -> threads.execute(new Order()));
        expect(RejectedExecutionException.class, () -> threads.submit((Runnable) new Order()));
        expect(RejectedExecutionException.class, () -> threads.submit((Callable<String>) new Order()));
        ((AutoCloseable) threads).close();
    }

    private static void delayed() throws Exception {
        ScheduledExecutorService pool = (ScheduledExecutorService) (Object) new ForkJoinPool(1);
        pool.schedule((Callable<String>) new Order(), 1, TimeUnit.MILLISECONDS).get();
        pool.schedule((Runnable) new Order(), 1, TimeUnit.MILLISECONDS).get();
        Future<?> rate = pool.scheduleAtFixedRate(new Tick(), 0, 1, TimeUnit.MILLISECONDS);
        expect(ExecutionException.class, rate::get);
        Future<?> delay = pool.scheduleWithFixedDelay(new Tick(), 0, 1, TimeUnit.MILLISECONDS);
        expect(ExecutionException.class, delay::get);
        Future<?> never = pool.schedule(new Late(), 1, TimeUnit.DAYS);
        never.cancel(false);
        never.cancel(false);
        Future<?> dropped = pool.scheduleAtFixedRate(new Late(), 1, 1, TimeUnit.DAYS);
        plumbing(pool);
        pool.shutdownNow();
        expect(CancellationException.class, dropped::get);
        expect(RejectedExecutionException.class, () -> pool.schedule((Runnable) new Order(), 1, TimeUnit.MILLISECONDS));
    }

    /** Of all this only one order is a task. */
    private static void plumbing(ExecutorService pool) throws Exception {
        expect(ExecutionException.class, () -> new CompletableFuture<>().orTimeout(1, TimeUnit.MILLISECONDS).get());
        new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.MILLISECONDS).get();
        CompletableFuture<String> early = new CompletableFuture<String>().orTimeout(1, TimeUnit.DAYS);
        early.complete("in time");
        CompletableFuture.runAsync(
                        new Order(), CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, pool))
                .get();
    }

    public static void main(String... args) throws Exception {
        ExecutorService early = Executors.newSingleThreadExecutor(work -> new Thread(work, "early"));
        System.out.println("ready");
        while (System.in.available() == 0) {
            early.submit(new Early()).get();
            Thread.sleep(10);
        }
        early.shutdown();
        threads();
        delayed();
        System.out.println("done");
        while (System.in.read() >= 0) {
            // Until nobody asks any more.
        }
    }
}
