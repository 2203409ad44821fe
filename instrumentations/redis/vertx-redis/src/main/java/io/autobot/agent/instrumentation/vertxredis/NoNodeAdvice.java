package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import net.bytebuddy.asm.Advice;

/** A cluster's client could not connect to the node that a request is for, and may have no attempt left. */
public final class NoNodeAdvice {
    private NoNodeAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(
            @Advice.Argument(0) int left, @Advice.Argument(1) String endpoint, @Advice.Argument(2) Request request) {
        if (left <= 0) {
            Requests.failed(request, Endpoints.database(endpoint), Requests.firstAttempt(request));
        }
    }
}
