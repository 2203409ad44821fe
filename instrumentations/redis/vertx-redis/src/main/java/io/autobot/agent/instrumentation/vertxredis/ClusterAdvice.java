package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.redis.client.Request;
import net.bytebuddy.asm.Advice;

/** A cluster's client makes an attempt at a request, the first or one that follows a redirection. */
public final class ClusterAdvice {
    /** As many as Vert.x allows itself. */
    static final int ATTEMPTS = 16;

    private ClusterAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void attempting(@Advice.Argument(1) int left, @Advice.Argument(2) Request request) {
        Requests.attempted(request, left, true);
    }
}
