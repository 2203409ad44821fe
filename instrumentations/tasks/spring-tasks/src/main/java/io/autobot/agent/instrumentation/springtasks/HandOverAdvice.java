package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.RejectedExecutionException;
import net.bytebuddy.asm.Advice;
import org.aopalliance.intercept.MethodInvocation;

/** After {@code AsyncExecutionInterceptor.invoke} on the caller's thread: what the executor does not take never runs. */
public final class HandOverAdvice {
    private HandOverAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void handedOver(@Advice.Argument(0) MethodInvocation invocation, @Advice.Thrown Throwable thrown) {
        if (thrown instanceof RejectedExecutionException) {
            Bodies.kind(invocation).count(TaskStatus.REJECTED);
        }
    }
}
