package io.autobot.agent.instrumentation.reactornetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import reactor.core.CoreSubscriber;
import reactor.netty.http.client.HttpClientConfig;

/** A call begins: somebody wants the connection that carries the reply. */
public final class SubscribeAdvice {
    private SubscribeAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 0, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object subscribing(
            @Advice.FieldValue("config") HttpClientConfig config, @Advice.Argument(0) CoreSubscriber<?> subscriber) {
        return ReactorCalls.open(config, subscriber);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void subscribed(@Advice.Enter Object call, @Advice.Thrown Throwable thrown) {
        if (thrown != null && call != null) {
            ReactorCalls.failed(call, thrown);
        }
    }
}
