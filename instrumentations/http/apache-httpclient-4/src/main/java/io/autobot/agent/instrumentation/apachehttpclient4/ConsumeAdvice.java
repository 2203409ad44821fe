package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.http.nio.ContentDecoder;

/** The application reads a reply. */
public final class ConsumeAdvice {
    private ConsumeAdvice() {}

    /** The decoder to go on with; nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 1, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object consuming(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object state,
            @Advice.Argument(1) ContentDecoder decoder) {
        AsyncCall call = AsyncCall.of(state);
        return call == null ? null : call.consuming(decoder);
    }
}
