package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;

/** Around {@code FutureTask.run}. */
public final class FutureRunAdvice {
    private FutureRunAdvice() {}

    /** @return the run, 0 if it does not count */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(
            @Advice.FieldValue("state") int state, @Advice.FieldValue("callable") Callable<?> callable) {
        return Futures.begin(state, callable);
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(@Advice.Enter long run, @Advice.FieldValue("state") int state) {
        Futures.end(run, state);
    }
}
