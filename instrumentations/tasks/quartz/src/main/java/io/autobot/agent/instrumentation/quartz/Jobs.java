package io.autobot.agent.instrumentation.quartz;

import io.autobot.agent.tasks.Failures;
import io.autobot.agent.tasks.RetryReason;
import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskNames;
import io.autobot.agent.tasks.TaskStatus;
import io.autobot.agent.tasks.TasksDomain;
import io.autobot.agent.tasks.ThreadRun;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** Jobs from their beginning to their end, each on its worker's thread. */
final class Jobs {
    private static final int DEEPEST = 4;
    private static final String AGENT_TYPE = "quartz";

    /** Spring's class for methods of beans, which says nothing; the job bears the name of its definition. */
    private static final String METHOD_INVOKING =
            "org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean$";

    private static final TasksDomain TASKS = TasksDomain.get();
    private static final ThreadRun RUN = TASKS.threadRun();

    /** Why this thread's job, which wants to be fired again at once, has failed. */
    private static final ThreadLocal<RetryReason> REFIRED = new ThreadLocal<>();

    private Jobs() {}

    static void begin(JobExecutionContext context) {
        String name = name(context.getJobDetail());
        RetryReason refired = REFIRED.get();
        if (refired != null) {
            REFIRED.remove();
            if (context.getRefireCount() > 0) {
                TASKS.retries(name).againAfter(refired);
            }
        }
        RUN.begin(kind(name));
    }

    static void end(JobExecutionException failure) {
        RUN.end(status(failure));
        if (failure != null && failure.refireImmediately()) {
            REFIRED.set(Failures.reason(failure));
        }
    }

    static void vetoed(JobExecutionContext context) {
        kind(name(context.getJobDetail())).count(TaskStatus.CANCELLED);
    }

    private static TaskKind kind(String name) {
        return TASKS.kind(name, AGENT_TYPE);
    }

    private static String name(JobDetail job) {
        Class<?> type = job.getJobClass();
        return type.getName().startsWith(METHOD_INVOKING) ? job.getKey().getName() : TaskNames.ofClass(type);
    }

    /** Quartz wraps what a job throws once or twice. */
    private static TaskStatus status(JobExecutionException failure) {
        Throwable at = failure;
        for (int depth = 0; depth < DEEPEST && at instanceof SchedulerException && at.getCause() != null; depth++) {
            at = at.getCause();
        }
        return TaskStatus.of(at);
    }
}
