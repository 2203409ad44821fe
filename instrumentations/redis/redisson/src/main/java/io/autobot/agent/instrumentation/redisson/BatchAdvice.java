package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.command.CommandBatchService;
import org.redisson.command.RedisExecutor;

/** Remembers what is in a batch, in case it never gets a connection. */
public final class BatchAdvice {
    private BatchAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void made(@Advice.This Object executor, @Advice.FieldValue("entry") CommandBatchService.Entry entry) {
        ExecutorState.batch((RedisExecutor<?, ?>) executor, entry);
    }
}
