package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** A reply or a message was read. */
public final class ReplyAdvice {
    private ReplyAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void read(@Advice.This RedisStandaloneConnection connection, @Advice.Argument(0) Response reply) {
        VertxConnection state = VertxConnections.known(connection);
        if (state != null) {
            Replies.read(state, reply);
        }
    }
}
