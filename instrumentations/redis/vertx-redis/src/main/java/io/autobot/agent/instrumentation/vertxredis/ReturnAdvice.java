package io.autobot.agent.instrumentation.vertxredis;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A connection goes back to its pool, which may lend it to the next before this method ends. */
public final class ReturnAdvice {
    private ReturnAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void returning(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object connection) {
        VertxConnections.returned(connection);
    }
}
