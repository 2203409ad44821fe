package io.autobot.agent.instrumentation.dbscheduler;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Tasks of db-scheduler 11.7 to 16. {@code ExecutePicked} runs each; when the task's code has ended it goes on to {@code
 * complete} or {@code failure}, which write to the database.
 */
public final class DbSchedulerInstrumentation implements Instrumentation {
    private static final String SCHEDULER = "com.github.kagkarlsson.scheduler.";
    private static final String TASK = SCHEDULER + "task.";
    private static final String EXECUTION = TASK + "Execution";
    private static final String INSTANT = "java.time.Instant";

    @Override
    public void describe(Description dbScheduler) {
        dbScheduler
                .name("db-scheduler")
                .feeds(Group.TASKS)
                .library("com.github.kagkarlsson:db-scheduler", "11.7", "16.12");
        dbScheduler
                .type(SCHEDULER + "ExecutePicked")
                .on(method("executePickedExecution"), ExecuteAdvice.class)
                .on(method("complete").takes(TASK + "CompletionHandler", EXECUTION, INSTANT), CompleteAdvice.class)
                .on(
                        method("failure")
                                .takes(TASK + "Task", EXECUTION, "java.lang.Throwable", INSTANT, "java.lang.String"),
                        FailureAdvice.class);
    }
}
