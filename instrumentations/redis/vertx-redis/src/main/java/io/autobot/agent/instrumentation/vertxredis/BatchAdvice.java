package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** Several requests enter the queue and go to the server. */
public final class BatchAdvice {
    private BatchAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean sending(
            @Advice.This RedisStandaloneConnection connection, @Advice.Argument(0) List<Request> requests) {
        VertxConnection state = VertxConnections.known(connection);
        if (state == null || requests.isEmpty()) {
            return false;
        }
        Sending.enter(state, requests, System.nanoTime());
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(@Advice.Enter boolean entered) {
        if (entered) {
            Sending.exit();
        }
    }
}
