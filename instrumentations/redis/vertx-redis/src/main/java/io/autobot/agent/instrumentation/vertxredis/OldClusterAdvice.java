package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/**
 * The same up to 4.5.0, which follows ASK, leaves MOVED to the application and does not try to connect: where there is
 * no connection, the request ends here.
 */
public final class OldClusterAdvice {
    private OldClusterAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void attempting(
            @Advice.Argument(0) String endpoint,
            @Advice.Argument(1) int left,
            @Advice.Argument(2) Request request,
            @Advice.FieldValue("connections") Map<String, ?> connections) {
        Requests.attempted(request, left, false);
        OldClusters.attempted(connections.get(endpoint), endpoint, left, request, Requests.firstAttempt(request));
    }
}
