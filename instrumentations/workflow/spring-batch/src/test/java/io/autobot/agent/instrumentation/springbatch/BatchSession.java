package io.autobot.agent.instrumentation.springbatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.context.support.GenericXmlApplicationContext;
import org.springframework.core.io.ByteArrayResource;

/**
 * Runs the jobs of {@code jobs.xml}, which every release reads, and returns what their repository has written down: rows
 * by kind, name, status and exit code. The argument is called while a job runs.
 */
public final class BatchSession implements Function<Runnable, Map<String, Long>> {
    private static final String CORE = "org.springframework.batch.core.";

    private GenericXmlApplicationContext context;

    @Override
    public Map<String, Long> apply(Runnable whileRunning) {
        try {
            context = new GenericXmlApplicationContext(new ByteArrayResource(configuration()));
            context.getBean(Work.class).setProbe(whileRunning);
            run("nightly", "1");
            run("nightly", "2");
            run("brittle", "1");
            // The same parameters: a restart.
            run("brittle", "1");
            for (String job : new String[] {"stopped", "declared", "partitioned", "flow", "outer", "refused"}) {
                run(job, "1");
            }
            return written();
        } catch (ReflectiveOperationException | SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            close();
        }
    }

    /** Leaves nothing behind that keeps this class loader alive: the driver registers itself with the JDK. */
    private void close() {
        if (context != null) {
            context.close();
        }
        try {
            Class.forName("org.h2.Driver").getMethod("unload").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] configuration() {
        boolean moved = isThere(CORE + "job.JobExecution");
        boolean old = !isThere(CORE + "launch.support.TaskExecutorJobLauncher");
        String launcher = moved ? "TaskExecutorJobOperator" : old ? "SimpleJobLauncher" : "TaskExecutorJobLauncher";
        try (InputStream in = BatchSession.class.getResourceAsStream("jobs.xml")) {
            return new String(in.readAllBytes(), UTF_8)
                    .replace("$items", "org.springframework.batch." + (moved ? "infrastructure." : "") + "item")
                    .replace("$launcher", CORE + "launch.support." + launcher)
                    .replace("$launch", moved ? "job-operator" : "job-launcher")
                    .getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, BatchSession.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private void run(String job, String number) throws ReflectiveOperationException {
        Object launcher = context.getBean("jobLauncher");
        Method run = Arrays.stream(launcher.getClass().getMethods())
                .filter(method -> method.getName().equals("run") && method.getParameterCount() == 2)
                .findFirst()
                .orElseThrow();
        Class<?> builder = Class.forName(run.getParameterTypes()[1].getName() + "Builder");
        Object parameters = builder.getConstructor().newInstance();
        builder.getMethod("addString", String.class, String.class).invoke(parameters, "number", number);
        Object execution = run.invoke(
                launcher,
                context.getBean(job),
                builder.getMethod("toJobParameters").invoke(parameters));
        BatchStatus status =
                (BatchStatus) execution.getClass().getMethod("getStatus").invoke(execution);
        assertThat(status.isRunning()).isFalse();
    }

    private Map<String, Long> written() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            read(
                    rows,
                    statement.executeQuery("SELECT 'job', I.JOB_NAME, E.STATUS, E.EXIT_CODE FROM BATCH_JOB_EXECUTION E"
                            + " JOIN BATCH_JOB_INSTANCE I ON I.JOB_INSTANCE_ID = E.JOB_INSTANCE_ID"));
            read(
                    rows,
                    statement.executeQuery(
                            "SELECT I.JOB_NAME, S.STEP_NAME, S.STATUS, S.EXIT_CODE FROM BATCH_STEP_EXECUTION S"
                                    + " JOIN BATCH_JOB_EXECUTION E ON E.JOB_EXECUTION_ID = S.JOB_EXECUTION_ID"
                                    + " JOIN BATCH_JOB_INSTANCE I ON I.JOB_INSTANCE_ID = E.JOB_INSTANCE_ID"));
            try (ResultSet skips = statement.executeQuery("SELECT SUM(PROCESS_SKIP_COUNT) FROM BATCH_STEP_EXECUTION")) {
                skips.next();
                assertThat(skips.getLong(1)).isEqualTo(1);
            }
        }
        return rows;
    }

    private static void read(Map<String, Long> rows, ResultSet result) throws SQLException {
        try (result) {
            while (result.next()) {
                String row = result.getString(1) + "/" + result.getString(2) + "/" + result.getString(3) + "/"
                        + result.getString(4);
                rows.merge(row, 1L, Long::sum);
            }
        }
    }
}
