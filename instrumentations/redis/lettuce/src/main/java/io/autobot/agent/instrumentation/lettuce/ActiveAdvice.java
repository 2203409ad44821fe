package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.lettuce.core.protocol.DefaultEndpoint;
import io.netty.channel.Channel;
import net.bytebuddy.asm.Advice;

/** A connection is open, for the first time or again. */
public final class ActiveAdvice {
    private ActiveAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void active(@Advice.This DefaultEndpoint endpoint, @Advice.Argument(0) Channel channel) {
        RedisChannel connection = LettuceChannels.of(endpoint);
        connection.connected(LettuceServers.reached(channel, connection));
    }
}
