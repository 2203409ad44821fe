package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.redisson.command.RedisExecutor;

/** A command or a batch goes to a connection. */
public final class SentAdvice {
    private SentAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sending(@Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object command) {
        RedisExecutor<?, ?> executor = Sending.executor();
        if (executor != null) {
            ExecutorState.sent(executor, command);
        }
    }
}
