package io.autobot.agent.instrumentation.pool2;

import net.bytebuddy.asm.Advice;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Times how long the application waits for a connection, and sees every pool at its first use. */
public final class BorrowAdvice {
    private BorrowAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long borrowing(@Advice.This GenericObjectPool<?> pool) {
        return RedisPools.borrowing(pool);
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void borrowed(
            @Advice.This GenericObjectPool<?> pool, @Advice.Enter long start, @Advice.Thrown Throwable thrown) {
        if (start != RedisPools.NOT_REDIS) {
            RedisPools.borrowed(pool, start, thrown);
        }
    }
}
