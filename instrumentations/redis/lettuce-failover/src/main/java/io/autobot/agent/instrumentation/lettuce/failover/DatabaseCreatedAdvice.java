package io.autobot.agent.instrumentation.lettuce.failover;

import io.lettuce.core.failover.CircuitBreaker;
import io.lettuce.core.failover.api.DatabaseConfig;
import net.bytebuddy.asm.Advice;

/** A database of several is ready; here its address and its breaker meet. Constructors call each other. */
public final class DatabaseCreatedAdvice {
    private DatabaseCreatedAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(
            @Advice.Argument(0) DatabaseConfig database, @Advice.Argument(3) CircuitBreaker breaker) {
        Breakers.created(breaker, database.getRedisURI());
    }
}
