package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.pubsub.PubSubEndpoint;
import io.lettuce.core.pubsub.PubSubOutput;
import net.bytebuddy.asm.Advice;

/** Lettuce 5: a message or a confirmation arrived on a subscribed connection. */
public final class OutputAdvice {
    private OutputAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void received(
            @Advice.This PubSubEndpoint<?, ?> endpoint, @Advice.Argument(0) PubSubOutput<?, ?> output) {
        LettuceMessages.received(endpoint, output.type());
    }
}
