package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.ConnectionFuture;
import io.lettuce.core.RedisClient;
import net.bytebuddy.asm.Advice;

/** A client opens a connection to the server that a URI names. */
public final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void connecting(@Advice.This RedisClient client, @Advice.AllArguments Object[] arguments) {
        LettuceConnects.connecting(client, arguments);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void started(@Advice.AllArguments Object[] arguments, @Advice.Return ConnectionFuture<?> future) {
        LettuceConnects.started(arguments, future);
    }
}
