package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A head, a piece of a body or its end arrived, before and after the application has it. */
public final class InboundAdvice {
    private InboundAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void arrived(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object operations, @Advice.Argument(1) Object message) {
        ReactorCall call = ReactorCalls.of(operations);
        if (call != null) {
            call.arrived(message);
        }
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void passedOn(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object operations, @Advice.Argument(1) Object message) {
        ReactorCall call = ReactorCalls.of(operations);
        if (call != null) {
            call.passedOn(message);
        }
    }
}
