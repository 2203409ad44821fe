package io.autobot.agent.benchmarks.program;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** Tasks that do nothing, handed to an executor in batches, and what one of them took all threads together. */
public final class ExecutorLoop {
    private static final int TASKS = 1_000;

    private ExecutorLoop() {}

    /** Counts down. */
    private record Task(CountDownLatch latch) implements Runnable, Callable<String>, Supplier<String> {
        @Override
        public void run() {
            latch.countDown();
        }

        @Override
        public String call() {
            latch.countDown();
            return "done";
        }

        @Override
        public String get() {
            latch.countDown();
            return "done";
        }
    }

    private interface HandOver {
        void one(Task task);
    }

    /** @param arguments {@code execute}, {@code submit}, {@code async}, {@code fork-join} or {@code virtual} */
    public static void main(String[] arguments) throws Exception {
        HandOver handOver = handOver(arguments[0]);
        Rounds.measure(TASKS, () -> {
            CountDownLatch latch = new CountDownLatch(TASKS);
            Task task = new Task(latch);
            for (int i = 0; i < TASKS; i++) {
                handOver.one(task);
            }
            await(latch);
        });
        // Agents that export before they end may take long.
        Runtime.getRuntime().halt(0);
    }

    private static HandOver handOver(String shape) throws Exception {
        switch (shape) {
            case "execute" -> {
                ExecutorService pool = Executors.newSingleThreadExecutor();
                return pool::execute;
            }
            case "submit" -> {
                ExecutorService pool = Executors.newSingleThreadExecutor();
                return task -> pool.submit((Callable<String>) task);
            }
            case "async" -> {
                ExecutorService pool = Executors.newSingleThreadExecutor();
                return task -> CompletableFuture.supplyAsync(task, pool);
            }
            case "fork-join" -> {
                ForkJoinPool pool = new ForkJoinPool(1);
                return task -> pool.submit((Callable<String>) task);
            }
            case "virtual" -> {
                // JDK 21.
                ExecutorService pool = (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
                return task -> pool.submit((Callable<String>) task);
            }
            default -> throw new IllegalArgumentException(shape);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
