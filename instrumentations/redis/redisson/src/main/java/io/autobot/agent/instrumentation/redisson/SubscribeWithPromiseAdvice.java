package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.client.RedisPubSubConnection;
import org.redisson.client.protocol.RedisCommand;

/** A subscription begins, in versions that wait for its confirmation. */
public final class SubscribeWithPromiseAdvice {
    private SubscribeWithPromiseAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(
            @Advice.This RedisPubSubConnection connection, @Advice.Argument(2) RedisCommand<?> command) {
        Subscriptions.sent(connection, command);
    }
}
