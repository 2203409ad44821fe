package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** A socket is open and becomes a connection. */
public final class OpenAdvice {
    private OpenAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void opened(@Advice.This RedisStandaloneConnection connection, @Advice.Argument(3) NetSocket socket) {
        VertxConnections.opened(connection, socket);
    }
}
