package tasks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many tasks through executors of every kind, from several threads at once, with failures, cancellations and rejections.
 * Keeps a ledger of its own: each task says what became of it, each future is asked. Waits on its standard input before
 * it begins and before it ends.
 */
public final class ManyTasks {
    private static final Map<String, LongAdder> LEDGER = new ConcurrentHashMap<>();
    private static final int SUBMITTERS = 4;
    private static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in));

    private static void count(String task, String status, long by) {
        LEDGER.computeIfAbsent(task + " " + status, missing -> new LongAdder()).add(by);
    }

    /** Is in no ledger. */
    static final class Early implements Runnable {
        @Override
        public void run() {}
    }

    /** Tells the ledger itself. */
    static class Plain implements Runnable {
        private final int number;

        Plain(int number) {
            this.number = number;
        }

        @Override
        public void run() {
            if (number % 100 == 7) {
                count("Plain", "failed", 1);
                throw new Failure();
            }
            count("Plain", "success", 1);
        }
    }

    /** Is asked by its future. */
    static final class Kept implements Callable<Integer>, Runnable {
        private final int number;

        Kept(int number) {
            this.number = number;
        }

        @Override
        public Integer call() {
            if (number % 50 == 3) {
                throw new Failure();
            }
            return number;
        }

        @Override
        public void run() {
            call();
        }
    }

    static final class Async implements java.util.function.Supplier<Integer> {
        private final int number;

        Async(int number) {
            this.number = number;
        }

        @Override
        public Integer get() {
            if (number % 50 == 3) {
                throw new Failure();
            }
            return number;
        }
    }

    static final class Forked implements Callable<Integer> {
        private final int number;

        Forked(int number) {
            this.number = number;
        }

        @Override
        public Integer call() {
            if (number % 50 == 3) {
                throw new Failure();
            }
            return number;
        }
    }

    /** Without a trace, which would cost more than all else. */
    private static final class Failure extends RuntimeException {
        Failure() {
            super("expected", null, false, false);
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setUncaughtExceptionHandler((same, expected) -> {});
            return thread;
        };
    }

    private interface Submitting {
        void submit(int number) throws Exception;
    }

    private static void fromSeveralThreads(int each, Submitting submitting) throws Exception {
        List<Thread> submitters = new ArrayList<>();
        for (int i = 0; i < SUBMITTERS; i++) {
            Thread thread = new Thread(() -> {
                for (int number = 0; number < each; number++) {
                    try {
                        submitting.submit(number);
                    } catch (Exception failed) {
                        failed.printStackTrace();
                    }
                }
            });
            thread.start();
            submitters.add(thread);
        }
        for (Thread thread : submitters) {
            thread.join();
        }
    }

    private static void settle(String task, Future<?> future) throws Exception {
        try {
            future.get();
            count(task, "success", 1);
        } catch (java.util.concurrent.CancellationException cancelled) {
            count(task, "cancelled", 1);
        } catch (java.util.concurrent.ExecutionException failed) {
            count(task, "failed", 1);
        }
    }

    private static void end(ExecutorService pool) throws Exception {
        pool.shutdown();
        if (!pool.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("tasks hang");
        }
    }

    private static void plain(int each) throws Exception {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(2, 4, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(256), named("plain"));
        fromSeveralThreads(each, number -> {
            try {
                pool.execute(new Plain(number));
            } catch (RejectedExecutionException full) {
                count("Plain", "rejected", 1);
            }
        });
        end(pool);
    }

    private static void kept(int each, ExecutorService pool) throws Exception {
        fromSeveralThreads(each / 100, block -> {
            List<Future<?>> futures = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                Kept task = new Kept(number);
                Future<?> future =
                        number % 2 == 0 ? pool.submit((Callable<Integer>) task) : pool.submit((Runnable) task);
                if (number % 20 == 11) {
                    future.cancel(number % 40 == 11);
                }
                futures.add(future);
            }
            for (Future<?> future : futures) {
                settle("Kept", future);
            }
        });
        end(pool);
    }

    private static void async(int each, ExecutorService pool) throws Exception {
        fromSeveralThreads(each / 100, block -> {
            List<CompletableFuture<?>> futures = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                futures.add(CompletableFuture.supplyAsync(new Async(number), pool));
            }
            for (CompletableFuture<?> future : futures) {
                settle("Async", future);
            }
        });
        end(pool);
    }

    private static void forked(int each) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        fromSeveralThreads(each / 100, block -> {
            List<Future<?>> futures = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                futures.add(pool.submit(new Forked(number)));
            }
            for (Future<?> future : futures) {
                settle("Forked", future);
            }
        });
        end(pool);
    }

    private static void periodic() throws Exception {
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1, named("ticker"));
        AtomicInteger ticks = new AtomicInteger();
        Runnable tick = new Runnable() {
            @Override
            public void run() {
                if (ticks.incrementAndGet() == 50) {
                    throw new Failure();
                }
            }
        };
        ScheduledFuture<?> ticking = scheduler.scheduleAtFixedRate(tick, 0, 1, TimeUnit.MILLISECONDS);
        try {
            ticking.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            count("ManyTasks", "failed", 1);
        }
        count("ManyTasks", "success", ticks.get() - 1);
        end(scheduler);
    }

    private static void pools(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            ExecutorService pool = Executors.newSingleThreadExecutor(named("dropped"));
            settle("Kept", pool.submit((Callable<Integer>) new Kept(1)));
            pool.shutdown();
        }
    }

    private static ExecutorService threadPerTask() throws Exception {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException before21) {
            return Executors.newCachedThreadPool(named("cached"));
        }
    }

    public static void main(String... args) throws Exception {
        int each = Integer.parseInt(args[0]) / SUBMITTERS / 5;
        // Somebody may want to wait until such tasks are seen.
        ScheduledExecutorService early = Executors.newScheduledThreadPool(1, named("early"));
        early.scheduleAtFixedRate(new Early(), 0, 10, TimeUnit.MILLISECONDS);
        System.out.println("ready");
        INPUT.readLine();
        end(early);
        long start = System.nanoTime();
        plain(each);
        kept(each, Executors.newFixedThreadPool(3, named("kept")));
        kept(each, threadPerTask());
        async(each, Executors.newFixedThreadPool(2, named("async")));
        forked(each);
        periodic();
        pools(Integer.parseInt(args[1]));
        for (Map.Entry<String, LongAdder> line : new TreeMap<>(LEDGER).entrySet()) {
            System.out.println("seen " + line.getKey() + " " + line.getValue());
        }
        System.out.println("took " + (System.nanoTime() - start) / 1_000_000 + " ms");
        System.out.println("done");
        INPUT.readLine();
    }
}
