package workflow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Jobs of Spring Batch 6 with their repository in a database, which it prints in the end. */
@EnableBatchProcessing
@EnableJdbcJobRepository
public class BatchService {
    @Bean
    DataSource dataSource() {
        return new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .addScript("/org/springframework/batch/core/schema-h2.sql")
                .build();
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    private static Step step(JobRepository repository, String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet((contribution, context) -> {
                    work.run();
                    return RepeatStatus.FINISHED;
                })
                .build();
    }

    public static void main(String[] args) throws Exception {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(BatchService.class)) {
            JobRepository repository = context.getBean(JobRepository.class);
            JobOperator operator = context.getBean(JobOperator.class);
            Job nightly = new JobBuilder("nightly", repository)
                    .start(step(repository, "load", () -> {}))
                    .next(step(repository, "report", () -> {}))
                    .build();
            AtomicBoolean mended = new AtomicBoolean();
            Job brittle = new JobBuilder("brittle", repository)
                    .start(step(repository, "breaks", () -> {
                        if (!mended.getAndSet(true)) {
                            throw new IllegalStateException("this step fails once");
                        }
                    }))
                    .build();
            Job spread = new JobBuilder("spread", repository)
                    .start(new StepBuilder("parts", repository)
                            .partitioner("part", BatchService::parts)
                            .step(step(repository, "part", () -> {}))
                            .gridSize(3)
                            .taskExecutor(new SimpleAsyncTaskExecutor("part-"))
                            .build())
                    .build();
            for (String number : new String[] {"1", "2"}) {
                operator.start(nightly, new JobParametersBuilder().addString("number", number).toJobParameters());
                operator.start(spread, new JobParametersBuilder().addString("number", number).toJobParameters());
                // The same parameters: a restart.
                operator.start(brittle, new JobParametersBuilder().toJobParameters());
            }
            print(context.getBean(DataSource.class));
            System.out.println("ready");
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static Map<String, ExecutionContext> parts(int many) {
        Map<String, ExecutionContext> parts = new HashMap<>();
        for (int i = 0; i < many; i++) {
            parts.put("number" + i, new ExecutionContext());
        }
        return parts;
    }

    private static void print(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            print(statement.executeQuery("SELECT 'workflow ' || I.JOB_NAME || ' ' || E.STATUS"
                    + " FROM BATCH_JOB_EXECUTION E"
                    + " JOIN BATCH_JOB_INSTANCE I ON I.JOB_INSTANCE_ID = E.JOB_INSTANCE_ID"));
            print(statement.executeQuery("SELECT 'step ' || I.JOB_NAME || ' ' || S.STEP_NAME || ' ' || S.STATUS"
                    + " FROM BATCH_STEP_EXECUTION S"
                    + " JOIN BATCH_JOB_EXECUTION E ON E.JOB_EXECUTION_ID = S.JOB_EXECUTION_ID"
                    + " JOIN BATCH_JOB_INSTANCE I ON I.JOB_INSTANCE_ID = E.JOB_INSTANCE_ID"));
        }
    }

    private static void print(ResultSet rows) throws Exception {
        Map<String, Integer> times = new HashMap<>();
        try (rows) {
            while (rows.next()) {
                times.merge(rows.getString(1).replaceFirst(":number\\d", ""), 1, Integer::sum);
            }
        }
        times.forEach((row, many) -> System.out.println("seen " + row + " " + many));
    }
}
