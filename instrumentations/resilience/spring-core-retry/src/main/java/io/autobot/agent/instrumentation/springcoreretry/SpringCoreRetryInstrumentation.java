package io.autobot.agent.instrumentation.springcoreretry;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * The retries of Spring Framework 7, from 7.0.2 on: those of {@code RetryTemplate}, which also makes those of
 * {@code @Retryable} methods, except where such a method returns a reactive type. 7.0.0 and 7.0.1 keep no state of a
 * retry that could be seen, and are left alone.
 */
public final class SpringCoreRetryInstrumentation implements Instrumentation {
    private static final String RETRY = "org.springframework.core.retry.";

    @Override
    public void describe(Description springCoreRetry) {
        springCoreRetry
                .name("spring-core-retry")
                .feeds(Group.RESILIENCE)
                .library("org.springframework:spring-core", "7.0", "7.0");
        springCoreRetry
                .type(RETRY + "RetryTemplate")
                .on(
                        method("checkIfTimeoutExceeded")
                                .takes("long", "long", "long", RETRY + "Retryable", RETRY + "RetryState"),
                        FailedAttemptAdvice.class);
        springCoreRetry
                .type(RETRY + "RetryTemplate$MutableRetryState")
                .on(method("increaseRetryCount").takes(), RetryAdvice.class);
    }
}
