package io.autobot.agent.instrumentation.rules;

import io.autobot.agent.flows.Flows;
import io.autobot.agent.spi.HookArgument;
import io.autobot.agent.spi.HookNumber;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A call of a method that returns an object, a boolean or nothing. */
public final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static int entered(
            @HookNumber int number,
            @Advice.This(optional = true, typing = Assigner.Typing.DYNAMIC) Object self,
            @HookArgument(0) Object first,
            @HookArgument(1) Object second) {
        return Flows.enter(number, self, first, second);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void returned(
            @Advice.Enter int entered,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned,
            @Advice.Thrown Throwable thrown) {
        Flows.exit(entered, returned, thrown);
    }
}
