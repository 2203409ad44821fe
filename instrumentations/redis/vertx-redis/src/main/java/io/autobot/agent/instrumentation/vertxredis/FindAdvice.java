package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.Future;
import net.bytebuddy.asm.Advice;

/** A client looks for connections, or for the nodes that they lead to. */
public final class FindAdvice {
    private FindAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object finding() {
        return Calls.take();
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void found(@Advice.Enter Object what, @Advice.Return Future<?> found) {
        Calls.await(what, found);
    }
}
