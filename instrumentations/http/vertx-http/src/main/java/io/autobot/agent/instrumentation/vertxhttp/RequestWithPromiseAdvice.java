package io.autobot.agent.instrumentation.vertxhttp;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.future.PromiseInternal;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The application asks for a request: Vert.x 4.1 to 4.5. */
public final class RequestWithPromiseAdvice {
    private RequestWithPromiseAdvice() {}

    /** Nothing is assigned where nothing is returned. */
    @AssignReturned.ToArguments(@ToArgument(value = 1, typing = Assigner.Typing.DYNAMIC))
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Object requesting(
            @Advice.Argument(0) RequestOptions options, @Advice.Argument(1) PromiseInternal<?> promise) {
        VertxCall call = VertxCalls.open(options);
        return call == null ? null : PromisedRequest.of(call, promise);
    }
}
