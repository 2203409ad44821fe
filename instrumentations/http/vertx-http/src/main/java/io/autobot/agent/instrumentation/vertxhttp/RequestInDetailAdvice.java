package io.autobot.agent.instrumentation.vertxhttp;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.future.PromiseInternal;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application asks for a request: Vert.x 4.0. */
public final class RequestInDetailAdvice {
    private static final int PROMISE = 9;

    private RequestInDetailAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = PROMISE, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object requesting(
            @Advice.Argument(0) HttpMethod method,
            @Advice.Argument(2) String host,
            @Advice.Argument(3) int port,
            @Advice.Argument(4) Boolean ssl,
            @Advice.Argument(5) String uri,
            @Advice.Argument(PROMISE) PromiseInternal<?> promise) {
        VertxCall call = VertxCalls.open(method, ssl, host, port, uri);
        return call == null ? null : PromisedRequest.of(call, promise);
    }
}
