package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.reactivestreams.Publisher;

/** The body of a request is given as a publisher. */
public final class SendAdvice {
    private SendAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 0, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object sending(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object operations, @Advice.Argument(0) Publisher<?> body) {
        ReactorCall call = ReactorCalls.of(operations);
        return call == null ? null : call.observed(body);
    }
}
