package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.DefaultEndpoint;
import io.lettuce.core.protocol.RedisCommand;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A command is handed to its connection, of {@code DefaultEndpoint} or a class that extends it. */
public final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writing(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object endpoint,
            @Advice.Argument(0) RedisCommand<?, ?, ?> command) {
        LettuceCalls.writing(command, LettuceChannels.of((DefaultEndpoint) endpoint));
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void written(@Advice.Argument(0) RedisCommand<?, ?, ?> command, @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            LettuceCalls.refused(command, thrown);
        }
    }
}
