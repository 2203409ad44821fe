package io.autobot.agent.instrumentation.vertxredis;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The pool is found that has to give a connection. */
public final class AskPoolAdvice {
    private AskPoolAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void asking(@Advice.FieldValue(value = "pool", typing = Assigner.Typing.DYNAMIC) Object pool) {
        VertxPools.asking(pool);
    }
}
