package io.autobot.agent.instrumentation.vertxhttp;

import io.vertx.core.Future;
import io.vertx.core.http.RequestOptions;
import net.bytebuddy.asm.Advice;

/** The application asks for a request: Vert.x 5, where nobody but us has the future before it is returned. */
public final class RequestForFutureAdvice {
    private RequestForFutureAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object requesting(@Advice.Argument(0) RequestOptions options) {
        return VertxCalls.open(options);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void requested(
            @Advice.Enter Object call, @Advice.Return Future<?> request, @Advice.Thrown Throwable thrown) {
        if (call != null) {
            ((VertxCall) call).requested(request, thrown);
        }
    }
}
