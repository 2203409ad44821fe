package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.pubsub.PubSubEndpoint;
import io.lettuce.core.pubsub.PubSubMessage;
import net.bytebuddy.asm.Advice;

/** Lettuce 6.0 and later: a message or a confirmation arrived on a subscribed connection. */
public final class MessageAdvice {
    private MessageAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void received(
            @Advice.This PubSubEndpoint<?, ?> endpoint, @Advice.Argument(0) PubSubMessage<?, ?> message) {
        LettuceMessages.received(endpoint, message.type());
    }
}
