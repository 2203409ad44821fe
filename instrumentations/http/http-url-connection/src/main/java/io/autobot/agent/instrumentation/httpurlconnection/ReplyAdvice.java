package io.autobot.agent.instrumentation.httpurlconnection;

import java.io.InputStream;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The final reply's head is there and the stream for its body is made: what it reads from is shown to the agent. */
public final class ReplyAdvice {
    private ReplyAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 1, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static InputStream replying(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) HttpURLConnection connection,
            @Advice.Argument(1) InputStream body) {
        UrlCall call = UrlCall.of(connection);
        return call == null ? null : call.replied(connection, body);
    }
}
