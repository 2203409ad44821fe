package io.autobot.agent.instrumentation.vertxredis;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application asks for one request or several. */
public final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object calling(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object what) {
        return Calls.enter(what);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void called(@Advice.Enter Object before) {
        Calls.exit(before);
    }
}
