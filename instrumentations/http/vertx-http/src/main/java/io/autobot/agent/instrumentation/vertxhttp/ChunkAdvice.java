package io.autobot.agent.instrumentation.vertxhttp;

import io.vertx.core.buffer.Buffer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A piece of a body, when the application has asked for it and is about to get it. */
public final class ChunkAdvice {
    private ChunkAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void arrived(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object response, @Advice.Argument(0) Buffer piece) {
        VertxCall call = VertxCalls.ofReply(response);
        if (call != null) {
            call.arrived(piece);
        }
    }
}
