package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** The last step of the handshake, which may have nothing to do; 4.1 gives no other sign that it is over. */
public final class SetUpAdvice {
    private SetUpAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void settingUp(@Advice.Argument(1) RedisConnection connection, @Advice.Argument(2) Request last) {
        if (connection instanceof RedisStandaloneConnection) {
            VertxConnection state = VertxConnections.known((RedisStandaloneConnection) connection);
            if (state != null) {
                state.lastOfHandshake(last != null);
            }
        }
    }
}
