package io.autobot.agent.instrumentation.jobrunr;

import io.autobot.agent.spi.Causes;
import io.autobot.agent.tasks.Failures;
import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskNames;
import io.autobot.agent.tasks.TaskStatus;
import io.autobot.agent.tasks.TasksDomain;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.FailedState;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.StateName;

/** Attempts at jobs, and what their history says of those before. Any thread. */
final class Attempts {
    private static final int DEEPEST = 8;
    private static final int MOST_REMEMBERED = 1_024;

    private static final TasksDomain TASKS = TasksDomain.get();
    private static final ConcurrentHashMap<String, TaskKind> BY_SIGNATURE = new ConcurrentHashMap<>();

    private Attempts() {}

    static long begin(Job job) {
        TaskKind kind = kind(job.getJobSignature());
        FailedState before = failureBefore(job.getJobStates());
        if (before != null) {
            TASKS.retries(kind.taskType())
                    .againAfter(Failures.reasonByNames(before.getExceptionType(), before.getExceptionCauseType()));
        }
        return kind.begin();
    }

    static void end(Job job, long run, Throwable thrown) {
        TASKS.metrics().end(run, status(job, thrown));
    }

    /** A job that is deleted while it runs is interrupted; to one that is interrupted otherwise JobRunr says it failed. */
    private static TaskStatus status(Job job, Throwable thrown) {
        if (thrown == null) {
            return TaskStatus.SUCCESS;
        }
        return Causes.include(thrown, InterruptedException.class, DEEPEST) && job.hasState(StateName.DELETED)
                ? TaskStatus.CANCELLED
                : TaskStatus.FAILED;
    }

    /** How the attempt before this one ended, {@code null} if it did not fail or there was none. */
    private static FailedState failureBefore(List<JobState> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            JobState state = history.get(i);
            if (state instanceof FailedState) {
                return (FailedState) state;
            }
            StateName name = state.getName();
            if (name == StateName.SUCCEEDED || name == StateName.DELETED) {
                return null;
            }
        }
        return null;
    }

    private static TaskKind kind(String signature) {
        TaskKind known = BY_SIGNATURE.get(signature);
        return known != null ? known : meet(signature);
    }

    private static TaskKind meet(String signature) {
        int parameters = signature.indexOf('(');
        String method = parameters < 0 ? signature : signature.substring(0, parameters);
        TaskKind kind = TASKS.kind(TaskNames.ofMethod(method), "jobrunr");
        if (BY_SIGNATURE.size() < MOST_REMEMBERED) {
            BY_SIGNATURE.put(signature, kind);
        }
        return kind;
    }
}
