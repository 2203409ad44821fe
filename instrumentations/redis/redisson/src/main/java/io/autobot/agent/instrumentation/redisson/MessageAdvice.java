package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.client.RedisPubSubConnection;

/** A message of a subscription is handed to its listeners. */
public final class MessageAdvice {
    private MessageAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void received(@Advice.This RedisPubSubConnection connection) {
        Subscriptions.received(connection);
    }
}
