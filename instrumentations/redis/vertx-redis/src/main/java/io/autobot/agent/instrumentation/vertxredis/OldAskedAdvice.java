package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.AsyncResult;
import io.vertx.redis.client.Request;
import net.bytebuddy.asm.Advice;

/** The same in 4.x. */
public final class OldAskedAdvice {
    private OldAskedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void answered(
            @Advice.Argument(2) String endpoint,
            @Advice.Argument(4) Request request,
            @Advice.Argument(5) AsyncResult<?> answer) {
        if (answer.failed()) {
            Requests.failed(request, Endpoints.database(endpoint), Requests.firstAttempt(request));
        }
    }
}
