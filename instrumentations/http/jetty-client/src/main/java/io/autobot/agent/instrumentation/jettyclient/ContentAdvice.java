package io.autobot.agent.instrumentation.jettyclient;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.io.Content;

/** A reply's body is there to be read. */
public final class ContentAdvice {
    private ContentAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 1, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object offering(@Advice.Argument(0) Response response, @Advice.Argument(1) Content.Source source) {
        return JettyCalls.observed(response, source);
    }
}
