package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskStatus;
import net.bytebuddy.asm.Advice;

/** Before {@code ThreadPoolExecutor.processWorkerExit}: a worker ends. */
public final class WorkerExitAdvice {
    private WorkerExitAdvice() {}

    /** @param abruptly whether what its last task threw ends it */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ends(@Advice.Argument(1) boolean abruptly) {
        PoolThread thread = PoolThread.current();
        if (thread != null) {
            thread.done(abruptly ? TaskStatus.FAILED : TaskStatus.SUCCESS);
        }
    }
}
