package io.autobot.agent.instrumentation.springbatch;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;

/**
 * Reads executions of jobs and steps, whose classes moved with 6.0 while their methods stayed: by handles, found when
 * the first job runs. None of these methods calls the application.
 */
final class Executions {
    private static final String CORE = "org.springframework.batch.core.";

    private static final Class<?> JOB_EXECUTION = type("job.JobExecution", "JobExecution");
    private static final Class<?> JOB_INSTANCE = type("job.JobInstance", "JobInstance");
    private static final Class<?> STEP_EXECUTION = type("step.StepExecution", "StepExecution");
    private static final Class<?> STEP = type("step.Step", "Step");

    private static final MethodHandle INSTANCE = getter(JOB_EXECUTION, "getJobInstance", JOB_INSTANCE);
    private static final MethodHandle NAME = getter(JOB_INSTANCE, "getJobName", String.class);
    private static final MethodHandle JOB = getter(STEP_EXECUTION, "getJobExecution", JOB_EXECUTION);
    private static final MethodHandle JOB_STATUS = getter(JOB_EXECUTION, "getStatus", BatchStatus.class);
    private static final MethodHandle JOB_EXIT = getter(JOB_EXECUTION, "getExitStatus", ExitStatus.class);
    private static final MethodHandle STEP_STATUS = getter(STEP_EXECUTION, "getStatus", BatchStatus.class);
    private static final MethodHandle STEP_EXIT = getter(STEP_EXECUTION, "getExitStatus", ExitStatus.class);
    private static final MethodHandle STEP_NAME = getter(STEP, "getName", String.class);

    private Executions() {}

    /** The name under which the repository knows the job. */
    static String jobName(Object jobExecution) {
        Object instance = read(INSTANCE, jobExecution);
        return instance == null ? null : (String) read(NAME, instance);
    }

    /** The name of the job that a step belongs to. */
    static String jobNameOfStep(Object stepExecution) {
        Object jobExecution = read(JOB, stepExecution);
        return jobExecution == null ? null : jobName(jobExecution);
    }

    /**
     * How it ended. The application may say by the exit status that what came to its end has failed or was stopped
     * nevertheless; any other exit status is a word of its own for the same end.
     */
    static BatchStatus jobOutcome(Object jobExecution) {
        return outcome((BatchStatus) read(JOB_STATUS, jobExecution), (ExitStatus) read(JOB_EXIT, jobExecution));
    }

    /** The same of a step. */
    static BatchStatus stepOutcome(Object stepExecution) {
        return outcome((BatchStatus) read(STEP_STATUS, stepExecution), (ExitStatus) read(STEP_EXIT, stepExecution));
    }

    static String stepName(Object step) {
        return (String) read(STEP_NAME, step);
    }

    private static BatchStatus outcome(BatchStatus status, ExitStatus exit) {
        if (status == BatchStatus.COMPLETED && exit != null) {
            if (ExitStatus.FAILED.getExitCode().equals(exit.getExitCode())) {
                return BatchStatus.FAILED;
            }
            if (ExitStatus.STOPPED.getExitCode().equals(exit.getExitCode())) {
                return BatchStatus.STOPPED;
            }
        }
        return status == null ? BatchStatus.UNKNOWN : status;
    }

    private static Object read(MethodHandle getter, Object from) {
        try {
            return getter.invokeExact(from);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable never) {
            throw new IllegalStateException(never);
        }
    }

    /** @param later where it is from 6.0 on */
    private static Class<?> type(String later, String before) {
        ClassLoader loader = Executions.class.getClassLoader();
        try {
            return Class.forName(CORE + later, false, loader);
        } catch (ClassNotFoundException old) {
            try {
                return Class.forName(CORE + before, false, loader);
            } catch (ClassNotFoundException neither) {
                throw new IllegalStateException(neither);
            }
        }
    }

    private static MethodHandle getter(Class<?> of, String name, Class<?> type) {
        try {
            MethodType plain = methodType(Object.class, Object.class);
            return MethodHandles.publicLookup()
                    .findVirtual(of, name, methodType(type))
                    .asType(plain);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
