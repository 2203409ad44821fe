package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** The connection is of no further use. */
public final class EndAdvice {
    private EndAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ended(@Advice.This RedisStandaloneConnection connection) {
        VertxConnection state = VertxConnections.known(connection);
        if (state != null) {
            state.end();
        }
    }
}
