package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.command.RedisExecutor;
import org.redisson.connection.ConnectionManager;

/** What the application asked for has failed for good. Where no attempt says so, this does. */
public final class FailureAdvice {
    private FailureAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failing(
            @Advice.This RedisExecutor<?, ?> executor,
            @Advice.FieldValue("command") RedisCommand<?> command,
            @Advice.FieldValue("params") Object[] params,
            @Advice.FieldValue("connectionManager") ConnectionManager manager,
            @Advice.Argument(1) Throwable cause) {
        Attempts.failed(executor, command, params, manager, cause);
    }
}
