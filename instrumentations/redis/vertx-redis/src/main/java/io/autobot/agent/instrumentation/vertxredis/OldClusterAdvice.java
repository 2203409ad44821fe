package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** The same up to 4.5.0, which follows ASK and leaves MOVED to the application. */
public final class OldClusterAdvice {
    private OldClusterAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void attempting(
            @Advice.Argument(0) String endpoint,
            @Advice.Argument(1) int left,
            @Advice.Argument(2) Request request,
            @Advice.FieldValue("connections") Map<String, ?> connections) {
        Requests.attempted(request, left == ClusterAdvice.ATTEMPTS, false);
        // Up to 4.2 no request can be seen where commands are queued, and no wrapper is around the connection.
        Object connection = connections.get(endpoint);
        if (connection instanceof RedisStandaloneConnection) {
            VertxConnection state = VertxConnections.known((RedisStandaloneConnection) connection);
            if (state != null) {
                state.usedByCluster(false);
            }
        }
    }
}
