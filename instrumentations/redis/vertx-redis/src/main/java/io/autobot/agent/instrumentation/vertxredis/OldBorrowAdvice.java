package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The same up to 4.3, where all options are in one object. */
public final class OldBorrowAdvice {
    private OldBorrowAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long asking() {
        return System.nanoTime();
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void asked(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object manager,
            @Advice.Argument(0) String endpoint,
            @Advice.Argument(1) Request setup,
            @Advice.FieldValue("options") RedisOptions options,
            @Advice.Return Future<?> connection,
            @Advice.Enter long start) {
        VertxPools.asked(manager, endpoint, setup, options.getMaxPoolSize(), connection, start);
    }
}
