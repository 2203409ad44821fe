package io.autobot.agent.instrumentation.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.instrumentation.executors.TestTasks.Broken;
import io.autobot.agent.instrumentation.executors.TestTasks.Order;
import io.autobot.agent.instrumentation.executors.TestTasks.Slow;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What executors of every kind did is what the agent has counted. */
class ExecutorsInstrumentationTest {
    private static final String EXECUTED = "autobot_tasks_executed_total";
    private static final String DURATIONS = "autobot_task_duration_seconds_count";
    private static final String ACTIVE = "autobot_active_tasks";
    private static final String QUEUED = "autobot_task_queue_size";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ExecutorsInstrumentation())
            // What this test awaits with.
            .configured("executors.exclude=org.awaitility.");

    private final List<ExecutorService> pools = new ArrayList<>();

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setUncaughtExceptionHandler((same, expected) -> {});
            return thread;
        };
    }

    private <P extends ExecutorService> P kept(P pool) {
        pools.add(pool);
        return pool;
    }

    private ThreadPoolExecutor pool(String name, int room, RejectedExecutionHandler handler) {
        return kept(new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(room), named(name), handler));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (ExecutorService pool : pools) {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        await().untilAsserted(() -> assertThat(agent.scrape().sum(ACTIVE)).isZero());
    }

    private void counts(double expected, String... labels) {
        await().untilAsserted(
                        () -> assertThat(agent.scrape().sum(EXECUTED, labels)).isEqualTo(expected));
    }

    private double durations(String taskType) {
        return agent.scrape().sum(DURATIONS, "task_type", taskType);
    }

    @Test
    void plainTasksOfAPool() throws Exception {
        ExecutorService pool = kept(Executors.newFixedThreadPool(2, named("orders")));
        for (int i = 0; i < 50; i++) {
            pool.execute(new Order());
            pool.execute(new Broken());
        }
        counts(50, "task_type", "Order", "agent_type", "orders", "status", "success");
        counts(50, "task_type", "Broken", "agent_type", "orders", "status", "failed");
        counts(100);
        assertThat(durations("Order")).isEqualTo(50);
        assertThat(durations("Broken")).isEqualTo(50);
    }

    @Test
    void whatAFutureKeepsIsSeen() throws Exception {
        ExecutorService pool = kept(Executors.newFixedThreadPool(2, named("orders")));
        pool.submit((Runnable) new Order()).get();
        pool.submit((Callable<String>) new Order()).get();
        pool.submit((Runnable) new Order(), "result").get();
        assertThat(pool.invokeAll(List.of(new Order(), new Order()))).hasSize(2);
        assertThatThrownBy(() -> pool.submit((Runnable) new Broken()).get()).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> pool.submit((Callable<String>) new Broken()).get())
                .isInstanceOf(ExecutionException.class);
        counts(5, "task_type", "Order", "agent_type", "orders", "status", "success");
        counts(2, "task_type", "Broken", "agent_type", "orders", "status", "failed");
        counts(7);
    }

    @Test
    void lambdasAreWhereTheyWereWritten() throws Exception {
        ExecutorService pool = kept(Executors.newSingleThreadExecutor());
        pool.submit(() -> {}).get();
        counts(1, "task_type", "ExecutorsInstrumentationTest", "agent_type", "pool", "status", "success");
    }

    @Test
    void cancelledBeforeAndWhileRunning() throws Exception {
        ThreadPoolExecutor pool = pool("orders", 10, new ThreadPoolExecutor.AbortPolicy());
        Slow slow = new Slow();
        Future<?> running = pool.submit(slow);
        slow.running.await();
        Future<?> waiting = pool.submit((Runnable) new Order());
        assertThat(waiting.cancel(false)).isTrue();
        assertThat(waiting.cancel(false)).isFalse();
        assertThat(running.cancel(true)).isTrue();
        pool.submit((Callable<String>) new Order()).get();
        counts(1, "task_type", "Slow", "agent_type", "orders", "status", "cancelled");
        counts(1, "task_type", "Order", "status", "cancelled");
        counts(1, "task_type", "Order", "agent_type", "orders", "status", "success");
        counts(3);
        assertThat(durations("Order")).isEqualTo(1);
        assertThat(durations("Slow")).isEqualTo(1);
    }

    @Test
    void rejected() throws Exception {
        ThreadPoolExecutor aborting = pool("aborting", 1, new ThreadPoolExecutor.AbortPolicy());
        ThreadPoolExecutor dropping = pool("dropping", 1, new ThreadPoolExecutor.DiscardPolicy());
        ThreadPoolExecutor oldest = pool("oldest", 1, new ThreadPoolExecutor.DiscardOldestPolicy());
        ThreadPoolExecutor callers = pool("callers", 1, new ThreadPoolExecutor.CallerRunsPolicy());
        List<Slow> running = new ArrayList<>();
        for (ThreadPoolExecutor pool : List.of(aborting, dropping, oldest, callers)) {
            Slow slow = new Slow();
            running.add(slow);
            pool.execute(slow);
            slow.running.await();
            pool.execute(new Order());
        }
        assertThatThrownBy(() -> aborting.execute(new Broken())).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> aborting.submit((Runnable) new Broken()))
                .isInstanceOf(RejectedExecutionException.class);
        dropping.execute(new Broken());
        oldest.execute(new Broken());
        assertThatThrownBy(() -> callers.execute(new Broken())).isInstanceOf(IllegalStateException.class);
        callers.submit((Callable<String>) new Order()).get();

        counts(2, "task_type", "Broken", "agent_type", "aborting", "status", "rejected");
        counts(1, "task_type", "Broken", "agent_type", "dropping", "status", "rejected");
        counts(1, "task_type", "Order", "agent_type", "oldest", "status", "rejected");
        counts(1, "task_type", "Broken", "agent_type", "main", "status", "failed");
        counts(1, "task_type", "Order", "agent_type", "main", "status", "success");
        counts(0, "agent_type", "callers", "status", "rejected");
        running.forEach(slow -> slow.mayEnd.countDown());
        counts(1, "task_type", "Broken", "agent_type", "oldest", "status", "failed");
        counts(1, "task_type", "Order", "status", "success", "agent_type", "aborting");
    }

    @Test
    void whatAPoolGivesBackUnrun() throws Exception {
        ThreadPoolExecutor pool = pool("orders", 10, new ThreadPoolExecutor.AbortPolicy());
        Slow slow = new Slow();
        pool.execute(slow);
        slow.running.await();
        pool.execute(new Order());
        pool.submit((Runnable) new Order());
        for (Runnable unrun : pool.shutdownNow()) {
            if (unrun instanceof Future<?> future) {
                future.cancel(true);
            }
        }
        counts(2, "task_type", "Order", "status", "cancelled");
        counts(1, "task_type", "Slow", "status", "success");
    }

    @Test
    void scheduledAndPeriodic() throws Exception {
        ScheduledExecutorService scheduler = kept(Executors.newScheduledThreadPool(1, named("ticker")));
        AtomicInteger times = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(5);
        ScheduledFuture<?> ticking = scheduler.scheduleAtFixedRate(
                new Runnable() {
                    @Override
                    public void run() {
                        times.incrementAndGet();
                        enough.countDown();
                    }
                },
                0,
                2,
                TimeUnit.MILLISECONDS);
        enough.await();
        ticking.cancel(false);
        scheduler
                .schedule((Callable<String>) new Order(), 1, TimeUnit.MILLISECONDS)
                .get();
        ScheduledFuture<?> failing = scheduler.scheduleWithFixedDelay(new Broken(), 0, 1, TimeUnit.MILLISECONDS);
        assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class);
        ScheduledFuture<?> never = scheduler.schedule((Runnable) new Order(), 1, TimeUnit.DAYS);
        assertThat(agent.scrape().sum(QUEUED)).isZero();
        never.cancel(false);

        // The last time may have been under way when it was cancelled.
        assertThat(agent.scrape().sum(EXECUTED, "task_type", "ExecutorsInstrumentationTest", "status", "success"))
                .isBetween(times.get() - 1.0, (double) times.get());
        assertThat(durations("ExecutorsInstrumentationTest")).isEqualTo(times.get());
        counts(1, "task_type", "ExecutorsInstrumentationTest", "agent_type", "ticker", "status", "cancelled");
        counts(1, "task_type", "Order", "agent_type", "ticker", "status", "success");
        counts(1, "task_type", "Order", "agent_type", "ticker", "status", "cancelled");
        counts(1, "task_type", "Broken", "agent_type", "ticker", "status", "failed");
    }

    @Test
    void completableFutures() throws Exception {
        ExecutorService pool = kept(Executors.newFixedThreadPool(1, named("async")));
        CompletableFuture.supplyAsync(new OrderSupplier(), pool).get();
        CompletableFuture.runAsync(new Order(), pool).get();
        CompletableFuture.runAsync(new Order()).get();
        assertThatThrownBy(() -> CompletableFuture.runAsync(new Broken(), pool).get())
                .isInstanceOf(ExecutionException.class);
        // Stages that follow are no tasks of their own.
        CompletableFuture.runAsync(new Order(), pool)
                .thenRun(new Broken())
                .exceptionally(expected -> null)
                .get();

        Slow slow = new Slow();
        CompletableFuture<Void> running = CompletableFuture.runAsync(slow, pool);
        slow.running.await();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(new Order(), pool);
        waiting.cancel(true);
        assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
        Slow late = new Slow();
        CompletableFuture<Void> timed = CompletableFuture.runAsync(late, pool);
        slow.mayEnd.countDown();
        running.get();
        late.running.await();
        assertThatThrownBy(() -> timed.orTimeout(1, TimeUnit.MILLISECONDS).get())
                .isInstanceOf(ExecutionException.class);
        late.mayEnd.countDown();

        counts(1, "task_type", "OrderSupplier", "agent_type", "async", "status", "success");
        counts(2, "task_type", "Order", "agent_type", "async", "status", "success");
        counts(1, "task_type", "Order", "agent_type", "async", "status", "cancelled");
        counts(1, "task_type", "Broken", "status", "failed");
        counts(1, "task_type", "Slow", "agent_type", "async", "status", "success");
        counts(1, "task_type", "Slow", "agent_type", "async", "status", "timeout");
        counts(3, "task_type", "Order", "status", "success");
    }

    private static final class OrderSupplier implements java.util.function.Supplier<String> {
        @Override
        public String get() {
            return "done";
        }
    }

    @Test
    void forkJoinPoolsByWhatTheyAreGiven() throws Exception {
        ForkJoinPool pool = kept(new ForkJoinPool(2));
        pool.submit((Callable<String>) new Order()).get();
        pool.submit((Runnable) new Order()).get();
        pool.submit((Runnable) new Order(), "result").get();
        pool.execute((Runnable) new Order());
        assertThatThrownBy(() -> pool.submit((Callable<String>) new Broken()).get())
                .isInstanceOf(ExecutionException.class);
        pool.submit(() -> java.util.stream.IntStream.range(0, 10_000).parallel().sum())
                .get();
        counts(4, "task_type", "Order", "agent_type", "ForkJoinPool", "status", "success");
        counts(1, "task_type", "Broken", "agent_type", "ForkJoinPool", "status", "failed");
        counts(1, "task_type", "ExecutorsInstrumentationTest");
        counts(6);
    }

    /** Does its own things before and after, and does not tell the pool. */
    private static final class Deaf extends ThreadPoolExecutor {
        Deaf(int workers) {
            super(workers, workers, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), named("deaf"));
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {}

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {}
    }

    @Test
    void poolsThatOverrideWhatOthersHook() {
        ThreadPoolExecutor pool = kept(new Deaf(2));
        for (int i = 0; i < 20; i++) {
            pool.execute(new Order());
        }
        pool.execute(new Broken());
        counts(20, "task_type", "Order", "agent_type", "deaf", "status", "success");
        counts(1, "task_type", "Broken", "agent_type", "deaf", "status", "failed");
    }

    @Test
    void waitingByPriority() throws Exception {
        ThreadPoolExecutor normal = pool("orders", 10, new ThreadPoolExecutor.AbortPolicy());
        ThreadPoolExecutor high = pool("high-priority", 10, new ThreadPoolExecutor.AbortPolicy());
        List<Slow> running = new ArrayList<>();
        for (ThreadPoolExecutor pool : List.of(normal, high)) {
            Slow slow = new Slow();
            running.add(slow);
            pool.execute(slow);
            slow.running.await();
        }
        for (int i = 0; i < 3; i++) {
            normal.execute(new Order());
        }
        high.execute(new Order());
        assertThat(agent.scrape().sum(QUEUED, "priority", "normal")).isEqualTo(3);
        assertThat(agent.scrape().sum(QUEUED, "priority", "high")).isEqualTo(1);
        assertThat(agent.scrape().sum(QUEUED, "priority", "low")).isZero();
        assertThat(agent.scrape().sum(ACTIVE, "task_type", "Slow")).isEqualTo(2);
        running.forEach(slow -> slow.mayEnd.countDown());
        await().untilAsserted(() -> assertThat(agent.scrape().sum(QUEUED)).isZero());
    }

    /** A task that a queue compares and an application removes: nothing is put around it. */
    @Test
    void tasksStayWhatTheyAre() throws Exception {
        PriorityBlockingQueue<Runnable> queue =
                new PriorityBlockingQueue<>(10, Comparator.comparing(task -> ((Ranked) task).rank));
        ThreadPoolExecutor pool = kept(new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, queue, named("ranked")));
        List<Integer> order = java.util.Collections.synchronizedList(new ArrayList<>());
        CountDownLatch gate = new CountDownLatch(1);
        pool.execute(new Ranked(0, () -> {
            try {
                gate.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }));
        Ranked removed = new Ranked(2, () -> order.add(2));
        pool.execute(new Ranked(3, () -> order.add(3)));
        pool.execute(removed);
        pool.execute(new Ranked(1, () -> order.add(1)));
        assertThat(pool.remove(removed)).isTrue();
        gate.countDown();
        await().until(() -> order.size() == 2);
        assertThat(order).containsExactly(1, 3);
        counts(3, "task_type", "Ranked", "agent_type", "ranked", "status", "success");
    }

    private record Ranked(int rank, Runnable work) implements Runnable {
        @Override
        public void run() {
            work.run();
        }
    }

    @Test
    void aFutureThatNoExecutorRuns() {
        FutureTask<String> own = new FutureTask<>(new Order());
        own.run();
        own.run();
        counts(1, "task_type", "Order", "agent_type", "main", "status", "success");
        counts(1);
    }

    @Test
    void aSampleOfWaiting() throws Exception {
        ExecutorService pool = kept(Executors.newSingleThreadExecutor(named("orders")));
        for (int i = 0; i < 640; i++) {
            pool.submit((Callable<String>) new Order()).get();
        }
        double sampled = agent.scrape().sum("autobot_task_queue_wait_seconds_count", "agent_type", "orders");
        assertThat(sampled).isBetween(9.0, 11.0);
    }
}
