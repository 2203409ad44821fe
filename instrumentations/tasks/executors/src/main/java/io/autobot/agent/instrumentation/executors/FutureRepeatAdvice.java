package io.autobot.agent.instrumentation.executors;

import java.util.concurrent.Callable;
import net.bytebuddy.asm.Advice;

/** Around {@code FutureTask.runAndReset}: one time of a periodic task. */
public final class FutureRepeatAdvice {
    private FutureRepeatAdvice() {}

    /** @return the run, 0 if it does not count */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(
            @Advice.FieldValue("state") int state, @Advice.FieldValue("callable") Callable<?> callable) {
        return Futures.begin(state, callable);
    }

    /** @param again whether it ran and may run again */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(
            @Advice.Enter long run, @Advice.Return boolean again, @Advice.FieldValue("state") int state) {
        Futures.endOfOne(run, again, state);
    }
}
