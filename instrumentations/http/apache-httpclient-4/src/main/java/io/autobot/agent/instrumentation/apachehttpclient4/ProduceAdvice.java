package io.autobot.agent.instrumentation.apachehttpclient4;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.http.nio.ContentEncoder;

/** The application writes its request. */
public final class ProduceAdvice {
    private ProduceAdvice() {}

    /** The encoder to go on with; nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 1, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object producing(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object state,
            @Advice.Argument(1) ContentEncoder encoder) {
        AsyncCall call = AsyncCall.of(state);
        return call == null ? null : call.producing(encoder);
    }
}
