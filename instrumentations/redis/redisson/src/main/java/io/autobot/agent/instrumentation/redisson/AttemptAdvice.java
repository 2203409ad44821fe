package io.autobot.agent.instrumentation.redisson;

import io.netty.channel.ChannelFuture;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.redisson.client.RedisConnection;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.command.RedisExecutor;
import org.redisson.connection.ConnectionManager;

/** An attempt has ended; Redisson now decides whether there will be another one. */
public final class AttemptAdvice {
    private AttemptAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object ended(
            @Advice.This RedisExecutor<?, ?> executor,
            @Advice.Argument(0) CompletableFuture<?> attempt,
            @Advice.Argument(1) CompletableFuture<RedisConnection> connection,
            @Advice.FieldValue("mainPromise") CompletableFuture<?> operation,
            @Advice.FieldValue("writeFuture") ChannelFuture write,
            @Advice.FieldValue("ignoreRedirect") boolean redirectionsAreErrors,
            @Advice.FieldValue("connectionManager") ConnectionManager manager) {
        Object sent = ExecutorState.takeSent(executor);
        if (sent == null) {
            Attempts.endedUnsent(attempt, manager);
            return null;
        }
        Outcome outcome = Outcome.of(attempt, operation, write, redirectionsAreErrors);
        return Attempts.ended(executor, sent, connection, attempt, outcome) ? sent : null;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void decided(
            @Advice.This RedisExecutor<?, ?> executor,
            @Advice.Argument(0) CompletableFuture<?> attempt,
            @Advice.Argument(1) CompletableFuture<RedisConnection> connection,
            @Advice.FieldValue("mainPromise") CompletableFuture<?> operation,
            @Advice.FieldValue("command") RedisCommand<?> command,
            @Advice.FieldValue("params") Object[] parameters,
            @Advice.FieldValue("connectionManager") ConnectionManager manager,
            @Advice.Enter Object redirected) {
        if (!operation.isCompletedExceptionally()) {
            return;
        }
        if (redirected != null) {
            Attempts.redirectionNotFollowed(executor, redirected, connection);
        } else {
            Attempts.failed(executor, command, parameters, manager, Outcome.cause(attempt));
        }
    }
}
