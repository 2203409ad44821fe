package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** The same with several requests. */
public final class OldBatchInClusterAdvice {
    private OldBatchInClusterAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void attempting(
            @Advice.Argument(0) String endpoint,
            @Advice.Argument(1) int left,
            @Advice.Argument(2) List<Request> requests,
            @Advice.FieldValue("connections") Map<String, ?> connections) {
        OldClusters.attempted(connections.get(endpoint), endpoint, left, requests, System.nanoTime());
    }
}
