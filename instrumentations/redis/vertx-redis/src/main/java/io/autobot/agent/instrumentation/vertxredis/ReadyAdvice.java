package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** The handshake is over: what follows is the application's. */
public final class ReadyAdvice {
    private ReadyAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ready(@Advice.This RedisStandaloneConnection connection) {
        VertxConnection state = VertxConnections.known(connection);
        if (state != null) {
            state.ready();
        }
    }
}
