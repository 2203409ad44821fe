package io.autobot.agent.instrumentation.springretry;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Spring Retry 1.3 and 2.0, by hand and by annotation. All attempts are made in {@code RetryTemplate.doExecute}. Its
 * circuit breaker is the context that its policy opens; it has no half-open state: when its time is over it is closed.
 */
public final class SpringRetryInstrumentation implements Instrumentation {
    private static final String SPRING = "org.springframework.retry.";
    private static final String CONTEXT = SPRING + "RetryContext";
    private static final String POLICY = SPRING + "RetryPolicy";

    @Override
    public void describe(Description springRetry) {
        springRetry
                .name("spring-retry")
                .feeds(Group.RESILIENCE, Group.TASKS)
                .library("org.springframework.retry:spring-retry", "1.3", "2.0");
        springRetry
                .type(SPRING + "support.RetryTemplate")
                .on(
                        method("doExecute")
                                .takes(SPRING + "RetryCallback", SPRING + "RecoveryCallback", SPRING + "RetryState"),
                        CallAdvice.class)
                .on(
                        method("registerThrowable")
                                .takes(POLICY, SPRING + "RetryState", CONTEXT, "java.lang.Throwable"),
                        FailureAdvice.class)
                .on(method("canRetry").takes(POLICY, CONTEXT), DecisionAdvice.class);
        springRetry
                .type(SPRING + "policy.CircuitBreakerRetryPolicy$CircuitBreakerRetryContext")
                .on(method("isOpen").takes(), CircuitAdvice.class)
                .on(method("incrementShortCircuitCount").takes(), ShortCircuitAdvice.class);
    }
}
