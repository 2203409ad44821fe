package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;

/** Around {@code FutureTask.cancel}. */
public final class FutureCancelAdvice {
    private FutureCancelAdvice() {}

    /** @return the recorder if cancelling succeeds */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object cancelling(
            @Advice.FieldValue("state") int state,
            @Advice.FieldValue("callable") Callable<?> callable,
            @Advice.FieldValue("runner") Thread runner) {
        return Futures.cancelling(state, callable, runner);
    }

    /** @param cancelled whether this call cancelled it */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void cancelled(@Advice.Enter Object kind, @Advice.Return boolean cancelled) {
        if (cancelled && kind != null) {
            ((TaskKind) kind).count(TaskStatus.CANCELLED);
        }
    }
}
