package io.autobot.agent.instrumentation.dbscheduler;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.autobot.agent.tasks.LastFailures;
import io.autobot.agent.tasks.TaskStatus;
import io.autobot.agent.tasks.TasksDomain;
import io.autobot.agent.tasks.ThreadRun;

/** Tasks from their beginning to their end, each on its thread. */
final class Executions {
    private static final TasksDomain TASKS = TasksDomain.get();
    private static final ThreadRun RUN = TASKS.threadRun();
    private static final LastFailures FAILURES = new LastFailures();

    private Executions() {}

    static long begin(Execution execution) {
        TaskInstance<?> instance = execution.taskInstance;
        String name = instance.getTaskName();
        if (execution.consecutiveFailures > 0) {
            TASKS.retries(name).againAfter(FAILURES.take(name, instance.getId()));
        }
        return RUN.begin(TASKS.kind(name, "db-scheduler"));
    }

    static void completed() {
        RUN.end(TaskStatus.SUCCESS);
    }

    static void failed(Execution execution, Throwable cause) {
        RUN.end(TaskStatus.of(cause));
        TaskInstance<?> instance = execution.taskInstance;
        FAILURES.failed(instance.getTaskName(), instance.getId(), cause);
    }

    /** Whose task is unknown here was picked and neither completed nor thrown: it has failed. */
    static void leave(long outer) {
        RUN.end(TaskStatus.FAILED);
        RUN.leave(outer);
    }
}
