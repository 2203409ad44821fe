package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.lettuce.core.protocol.DefaultEndpoint;
import io.lettuce.core.protocol.RedisCommand;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** As {@link WriteAdvice}, several commands at once. */
public final class WriteBatchAdvice {
    private WriteBatchAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writing(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object endpoint,
            @Advice.Argument(0) Collection<? extends RedisCommand<?, ?, ?>> commands) {
        RedisChannel channel = LettuceChannels.of((DefaultEndpoint) endpoint);
        for (RedisCommand<?, ?, ?> command : commands) {
            LettuceCalls.writing(command, channel);
        }
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void written(
            @Advice.Argument(0) Collection<? extends RedisCommand<?, ?, ?>> commands, @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            for (RedisCommand<?, ?, ?> command : commands) {
                LettuceCalls.refused(command, thrown);
            }
        }
    }
}
