package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.Future;
import io.vertx.redis.client.PoolOptions;
import io.vertx.redis.client.Request;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** A connection is asked for. */
public final class BorrowAdvice {
    private BorrowAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long asking() {
        return System.nanoTime();
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void asked(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object manager,
            @Advice.Argument(0) String endpoint,
            @Advice.Argument(1) Request setup,
            @Advice.FieldValue("poolOptions") PoolOptions options,
            @Advice.Return Future<?> connection,
            @Advice.Enter long start) {
        VertxPools.asked(manager, endpoint, setup, options.getMaxSize(), connection, start);
    }
}
