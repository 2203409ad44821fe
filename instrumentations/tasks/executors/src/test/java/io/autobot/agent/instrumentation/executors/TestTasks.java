package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** What executors are given in tests. */
final class TestTasks {
    private TestTasks() {}

    /** Works. */
    static final class Order implements Runnable, Callable<String> {
        @Override
        public void run() {}

        @Override
        public String call() {
            return "done";
        }
    }

    /** Does not. */
    static final class Broken implements Runnable, Callable<String> {
        @Override
        public void run() {
            throw new IllegalStateException("broken");
        }

        @Override
        public String call() {
            throw new IllegalStateException("broken");
        }
    }

    /** Runs until it may end. */
    static final class Slow implements Runnable {
        final CountDownLatch running = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public void run() {
            running.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
