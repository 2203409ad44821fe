package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** The same with several requests. */
public final class NoNodeForBatchAdvice {
    private NoNodeForBatchAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failed(
            @Advice.Argument(0) int left,
            @Advice.Argument(1) String endpoint,
            @Advice.Argument(2) List<Request> requests) {
        if (left <= 0) {
            Requests.failed(requests, Endpoints.database(endpoint), System.nanoTime());
        }
    }
}
