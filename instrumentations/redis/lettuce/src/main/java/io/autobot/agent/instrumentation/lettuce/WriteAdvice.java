package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.DefaultEndpoint;
import io.lettuce.core.protocol.RedisCommand;
import net.bytebuddy.asm.Advice;

/** A command is handed to its connection. */
public final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writing(
            @Advice.This DefaultEndpoint endpoint, @Advice.Argument(0) RedisCommand<?, ?, ?> command) {
        LettuceCalls.writing(command, LettuceChannels.of(endpoint));
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void written(@Advice.Argument(0) RedisCommand<?, ?, ?> command, @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            LettuceCalls.refused(command, thrown);
        }
    }
}
