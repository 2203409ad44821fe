package io.autobot.agent.instrumentation.springtasks;

import net.bytebuddy.asm.Advice;
import org.aopalliance.intercept.MethodInvocation;

/** Around the lambda that the executor runs: the body of an asynchronous method, until its own future is settled. */
public final class BodyAdvice {
    private BodyAdvice() {}

    /** @return the run */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(@Advice.Argument(0) MethodInvocation invocation) {
        return Bodies.begin(invocation);
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(@Advice.Enter long run, @Advice.Thrown Throwable thrown) {
        Bodies.end(run, thrown);
    }
}
