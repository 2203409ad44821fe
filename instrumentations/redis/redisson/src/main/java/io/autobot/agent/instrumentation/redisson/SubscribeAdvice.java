package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.client.RedisPubSubConnection;
import org.redisson.client.protocol.RedisCommand;

/** A subscription begins or ends. */
public final class SubscribeAdvice {
    private SubscribeAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(
            @Advice.This RedisPubSubConnection connection, @Advice.Argument(1) RedisCommand<?> command) {
        Subscriptions.sent(connection, command);
    }
}
