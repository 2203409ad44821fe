package io.autobot.agent.instrumentation.dbscheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.VoidExecutionHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Tasks of every kind, each to its end. The argument takes how they ended, as the library's own statistics say. */
public final class DbSchedulerSession implements Function<Map<String, Long>, Object> {
    private static final Duration SOON = Duration.ofMillis(10);
    private static final String TABLE =
            "create table scheduled_tasks (task_name varchar(100), task_instance varchar(100),"
                    + " task_data blob, execution_time timestamp(6) with time zone, picked boolean, picked_by varchar(50),"
                    + " last_success timestamp(6) with time zone, last_failure timestamp(6) with time zone,"
                    + " consecutive_failures int, last_heartbeat timestamp(6) with time zone, version bigint, priority int,"
                    + " primary key (task_name, task_instance))";

    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch blocked = new CountDownLatch(1);
    private Map<String, Long> counts;

    /** The other side. */
    private final class Counting implements StatsRegistry {
        @Override
        public void register(SchedulerStatsEvent event) {
            // Not about one task.
        }

        @Override
        public void register(CandidateStatsEvent event) {
            // Not about one task.
        }

        @Override
        public void register(ExecutionStatsEvent event) {
            // Does not say which.
        }

        @Override
        public void registerSingleCompletedExecution(ExecutionComplete completed) {
            add(completed.getExecution().taskInstance.getTaskName() + " " + completed.getResult());
        }
    }

    private synchronized void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    private static <T> T sneak(Exception thrown) throws RuntimeException {
        return DbSchedulerSession.<RuntimeException, T>sneaking(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception, T> T sneaking(Exception thrown) throws E {
        throw (E) thrown;
    }

    private static Task<?> oneTime(String name, FailureHandler<Void> handler, VoidExecutionHandler<Void> work) {
        return Tasks.oneTime(name).onFailure(handler).execute(work);
    }

    private List<Task<?>> tasks() {
        FailureHandler<Void> retry = new OnFailureRetryLater<>(SOON);
        FailureHandler<Void> once = new MaxRetriesFailureHandler<>(1, retry);
        return List.of(
                oneTime(
                        "works",
                        retry,
                        (instance, context) -> assertThat(instance.getId()).isNotEmpty()),
                oneTime("recovers", retry, (instance, context) -> {
                    if (attempts.incrementAndGet() <= 2) {
                        sneak(new ConnectException("as told"));
                    }
                }),
                oneTime("breaks", once, (instance, context) -> {
                    throw new AssertionError("as told");
                }),
                oneTime("blocks", once, (instance, context) -> {
                    blocked.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        sneak(e);
                    }
                }));
    }

    @Override
    public Object apply(Map<String, Long> ended) {
        counts = ended;
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:tasks" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        try {
            run(database);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown");
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private void run(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        Scheduler scheduler = Scheduler.create(database, tasks())
                .startTasks(Tasks.recurring("again", FixedDelay.ofMillis(10))
                        .execute((instance, context) -> add("ran again")))
                .threads(3)
                .pollingInterval(SOON)
                .shutdownMaxWait(Duration.ofMillis(200))
                .statsRegistry(new Counting())
                .build();
        scheduler.start();
        try {
            schedule(scheduler, "works", "1");
            schedule(scheduler, "works", "2");
            schedule(scheduler, "recovers", "1");
            schedule(scheduler, "breaks", "1");
            schedule(scheduler, "blocks", "1");
            blocked.await();
            await().until(() ->
                    of("works OK") == 2 && of("recovers OK") == 1 && of("breaks FAILED") == 2 && of("again OK") > 1);
            await().until(() -> left(database, "recovers") + left(database, "breaks") == 0);
        } finally {
            // Interrupts what does not end by itself.
            scheduler.stop();
        }
        await().until(() -> of("blocks FAILED") == 1);
    }

    private static void schedule(Scheduler scheduler, String name, String instance) {
        scheduler.schedule(new TaskInstance<>(name, instance), Instant.now());
    }

    /** What stands in the table: nothing is left of a task that is done with. */
    private static long left(DataSource database, String task) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from scheduled_tasks where task_name = '" + task + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
