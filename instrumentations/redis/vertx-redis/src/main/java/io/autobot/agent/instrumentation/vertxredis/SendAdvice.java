package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** A request enters the queue and goes to the server. */
public final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean sending(
            @Advice.This RedisStandaloneConnection connection, @Advice.Argument(0) Request request) {
        VertxConnection state = VertxConnections.known(connection);
        if (state == null) {
            return false;
        }
        int id = Requests.id(request);
        if (VertxConnection.isSubscription(id)) {
            state.subscribing(id, Requests.argument(request));
            return false;
        }
        Sending.enter(state, request, System.nanoTime());
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(@Advice.Enter boolean entered) {
        if (entered) {
            Sending.exit();
        }
    }
}
