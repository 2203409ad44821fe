package io.autobot.agent.instrumentation.executors;

import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * The JDK's executors. What ends with a future tells of itself, whatever runs it: {@code FutureTask} and the functions of
 * {@code CompletableFuture}. What does not is told by who runs it: the workers of thread pools, between taking one task
 * and asking for the next, so that subclasses which override {@code beforeExecute} are seen too; fork/join pools; threads
 * of {@code newVirtualThreadPerTaskExecutor}. Nothing is wrapped. Read in JDK 17 and 25.
 */
public final class ExecutorsInstrumentation implements Instrumentation {
    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
    private static final String FORK_JOIN_TASK = CONCURRENT + "ForkJoinTask";
    private static final String THREAD_PER_TASK = CONCURRENT + "ThreadPerTaskExecutor";
    private static final String RUNNABLE = "java.lang.Runnable";
    private static final String CALLABLE = CONCURRENT + "Callable";
    private static final String[] FORK_JOIN_RUNNABLES = {
        "AdaptedRunnable", "AdaptedRunnableAction", "RunnableExecuteAction", "AdaptedInterruptibleRunnable"
    };
    private static final String[] FORK_JOIN_CALLABLES = {
        "AdaptedCallable", "AdaptedInterruptibleCallable", "CallableWithTimeout"
    };

    @Override
    public void describe(Description executors) {
        executors
                .name("executors")
                .feeds(Group.TASKS)
                .library("java:java.base", "17", "25")
                .late();
        executors
                .type(POOL)
                .on(method("execute").takes(RUNNABLE), HandOverAdvice.class)
                .on(method("getTask").takes(), TakeAdvice.class)
                .on(method("beforeExecute").takes("java.lang.Thread", RUNNABLE), BeforeAdvice.class)
                .on(method("processWorkerExit").takes(POOL + "$Worker", "boolean"), WorkerExitAdvice.class)
                .on(method("reject").takes(RUNNABLE), RejectAdvice.class)
                .on(method("shutdownNow").takes(), DrainAdvice.class);
        executors.type(POOL + "$Worker").on(method("run").takes(), WorkerRunAdvice.class);
        executors
                .type(CONCURRENT + "FutureTask")
                .on(method("run").takes(), FutureRunAdvice.class)
                .on(method("runAndReset").takes(), FutureRepeatAdvice.class)
                .on(method("cancel").takes("boolean"), FutureCancelAdvice.class);
        executors
                .type(CONCURRENT + "CompletableFuture$AsyncSupply")
                .on(method("run").takes(), AsyncSupplyAdvice.class);
        executors
                .type(CONCURRENT + "CompletableFuture$AsyncRun")
                .on(method("run").takes(), AsyncRunAdvice.class);
        for (String runnable : FORK_JOIN_RUNNABLES) {
            executors
                    .type(FORK_JOIN_TASK + "$" + runnable)
                    .onFirst(
                            hook(method("compute"), ForkedRunnableAdvice.class),
                            hook(method("exec"), ForkedRunnableAdvice.class));
        }
        for (String callable : FORK_JOIN_CALLABLES) {
            executors
                    .type(FORK_JOIN_TASK + "$" + callable)
                    .onFirst(
                            hook(method("compute"), ForkedCallableAdvice.class),
                            hook(method("exec"), ForkedCallableAdvice.class));
        }
        // Not the pool itself: its workers, the carriers of virtual threads among them, never leave one method of it,
        // and
        // what they are in when a class is woven late the JVM interprets from then on.
        executors.type(FORK_JOIN_TASK).on(method("trySetCancelled").takes(), ForkedCancelAdvice.class);
        executors
                .type(CONCURRENT + "DelayScheduler$ScheduledForkJoinTask")
                .on(method("compute").takes(), ForkedScheduledAdvice.class);
        // JDK 21.
        executors
                .type(THREAD_PER_TASK)
                .on(method("execute").takes(RUNNABLE), NotTakenAdvice.class)
                .on(method("submit").takes(CALLABLE), NotTakenAdvice.class);
        executors.type(THREAD_PER_TASK + "$TaskRunner").on(method("run").takes(), ThreadTaskAdvice.class);
    }
}
