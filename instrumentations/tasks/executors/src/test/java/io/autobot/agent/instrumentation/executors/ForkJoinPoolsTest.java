package io.autobot.agent.instrumentation.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.autobot.agent.instrumentation.executors.TestTasks.Broken;
import io.autobot.agent.instrumentation.executors.TestTasks.Order;
import io.autobot.agent.instrumentation.executors.TestTasks.Slow;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks of fork/join pools that are cancelled or not taken are what the agent has counted. */
class ForkJoinPoolsTest {
    private static final String EXECUTED = "autobot_tasks_executed_total";
    private static final String DURATIONS = "autobot_task_duration_seconds_count";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ExecutorsInstrumentation())
            // What this test awaits with.
            .configured("executors.exclude=org.awaitility.");

    private final ForkJoinPool pool = new ForkJoinPool(1);
    private final Slow slow = new Slow();

    @AfterEach
    void end() throws InterruptedException {
        slow.mayEnd.countDown();
        pool.shutdownNow();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() ->
                assertThat(agent.scrape().sum("autobot_active_tasks")).isZero());
    }

    private void counts(double expected, String... labels) {
        await().untilAsserted(
                        () -> assertThat(agent.scrape().sum(EXECUTED, labels)).isEqualTo(expected));
    }

    private void occupied() throws InterruptedException {
        pool.execute(slow);
        slow.running.await();
    }

    @Test
    void cancelledBeforeTheyRan() throws Exception {
        pool.submit((Runnable) new Order()).get();
        occupied();
        ForkJoinTask<?> runnable = pool.submit((Runnable) new Order());
        ForkJoinTask<?> callable = pool.submit((Callable<String>) new Order());
        ForkJoinTask<?> result = pool.submit(new Order(), "result");
        ForkJoinTask<?> adapted = pool.submit(ForkJoinTask.adapt((Runnable) new Order()));
        ForkJoinTask<?> unknown = pool.submit((Runnable) new Broken());
        ForkJoinTask<?> ofItsOwn = pool.submit(new RecursiveAction() {
            @Override
            protected void compute() {}
        });
        for (ForkJoinTask<?> task : new ForkJoinTask<?>[] {runnable, callable, result, adapted, unknown, ofItsOwn}) {
            assertThat(task.cancel(true)).isTrue();
            // A fork/join task says so again.
            assertThat(task.cancel(true)).isTrue();
        }
        slow.mayEnd.countDown();
        pool.submit((Runnable) new Order()).get();

        counts(4, "task_type", "Order", "agent_type", "ForkJoinPool", "status", "cancelled");
        counts(1, "task_type", "Broken", "agent_type", "unknown", "status", "cancelled");
        counts(2, "task_type", "Order", "status", "success");
        counts(1, "task_type", "Slow", "status", "success");
        counts(8);
        assertThat(agent.scrape().sum(DURATIONS)).isEqualTo(3);
    }

    @Test
    void cancelledWhileTheyRan() throws Exception {
        ForkJoinTask<?> running = pool.submit(slow);
        slow.running.await();
        assertThat(running.cancel(false)).isTrue();
        slow.mayEnd.countDown();
        pool.submit((Callable<String>) new Order()).get();
        counts(1, "task_type", "Slow", "agent_type", "ForkJoinPool", "status", "cancelled");
        counts(1, "task_type", "Order", "status", "success");
        counts(2);
        assertThat(agent.scrape().sum(DURATIONS, "task_type", "Slow")).isEqualTo(1);
    }

    @Test
    void whatAPoolDropsWhenItStops() throws Exception {
        occupied();
        pool.execute((Runnable) new Order());
        pool.submit((Callable<String>) new Order());
        CompletableFuture.runAsync(new Order(), pool);
        pool.shutdownNow();
        slow.mayEnd.countDown();
        counts(3, "task_type", "Order", "status", "cancelled");
        assertThat(agent.scrape().sum(DURATIONS, "task_type", "Order")).isZero();
    }

    @Test
    void functionsWhoseFutureIsCancelled() throws Exception {
        CompletableFuture<Void> running = CompletableFuture.runAsync(slow, pool);
        slow.running.await();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(new Order(), pool);
        assertThat(waiting.cancel(true)).isTrue();
        assertThat(running.cancel(true)).isTrue();
        slow.mayEnd.countDown();
        CompletableFuture.supplyAsync(() -> "done", pool).get();
        counts(1, "task_type", "Order", "agent_type", "ForkJoinPool", "status", "cancelled");
        counts(1, "task_type", "Slow", "agent_type", "ForkJoinPool", "status", "cancelled");
        counts(1, "task_type", "ForkJoinPoolsTest", "status", "success");
        counts(3);
        assertThat(agent.scrape().sum(DURATIONS, "task_type", "Order")).isZero();
    }

    /** Several at once cancel what runs, ends, or has not begun. */
    @Test
    void oneEndEach() throws Exception {
        int rounds = 2_000;
        LongAdder cancelled = new LongAdder();
        for (int i = 0; i < rounds / 100; i++) {
            CountDownLatch done = new CountDownLatch(2);
            ForkJoinTask<?>[] tasks = new ForkJoinTask<?>[100];
            for (int at = 0; at < tasks.length; at++) {
                tasks[at] = pool.submit((Runnable) new Order());
            }
            for (int canceller = 0; canceller < 2; canceller++) {
                new Thread(() -> {
                            for (ForkJoinTask<?> task : tasks) {
                                task.cancel(false);
                            }
                            done.countDown();
                        })
                        .start();
            }
            done.await();
            for (ForkJoinTask<?> task : tasks) {
                task.quietlyJoin();
                cancelled.add(task.isCancelled() ? 1 : 0);
            }
        }
        counts(cancelled.sum(), "status", "cancelled");
        // Between its end and its being done a task can still be cancelled, and then is both.
        await().untilAsserted(() -> assertThat(agent.scrape().sum(EXECUTED, "status", "success"))
                .isBetween(rounds - cancelled.doubleValue(), (double) rounds));
    }
}
