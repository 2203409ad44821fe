package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import net.bytebuddy.asm.Advice;

/** The server that a request was sent on to answered ASKING. If it refused, the request ends here. */
public final class AskedAdvice {
    private AskedAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void answered(
            @Advice.Argument(2) String endpoint,
            @Advice.Argument(4) Request request,
            @Advice.Argument(6) Throwable refusal) {
        if (refusal != null) {
            Requests.failed(request, Endpoints.database(endpoint), Requests.firstAttempt(request));
        }
    }
}
