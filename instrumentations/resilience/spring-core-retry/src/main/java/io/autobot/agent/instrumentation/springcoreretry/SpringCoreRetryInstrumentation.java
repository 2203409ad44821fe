package io.autobot.agent.instrumentation.springcoreretry;

import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * The retries of Spring Framework 7, from 7.0.2 on: those of {@code RetryTemplate}, which also makes those of
 * {@code @Retryable} methods, and those that Reactor makes for {@code @Retryable} methods with a reactive type. What the
 * application itself tells Reactor to retry has no name and is not counted. 7.0.0 and 7.0.1 keep no state of a retry
 * that could be seen, and are left alone.
 */
public final class SpringCoreRetryInstrumentation implements Instrumentation {
    private static final String RETRY = "org.springframework.core.retry.";
    private static final String ANNOTATED = "org.springframework.resilience.retry.";
    private static final String REACTIVE = "org.springframework.core.ReactiveAdapter";

    @Override
    public void describe(Description springCoreRetry) {
        springCoreRetry
                .name("spring-core-retry")
                .feeds(Group.TASKS)
                .inGroup(Group.RESILIENCE)
                .library("org.springframework:spring-core", "7.0", "7.0");
        template(springCoreRetry);
        reactive(springCoreRetry);
    }

    private static void template(Description springCoreRetry) {
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

    private static void reactive(Description springCoreRetry) {
        springCoreRetry
                .type(ANNOTATED + "AbstractRetryInterceptor$ReactorDelegate")
                .onIfPresent(
                        method("adaptReactiveResult")
                                .takes(
                                        "org.aopalliance.intercept.MethodInvocation",
                                        "java.lang.Object",
                                        REACTIVE,
                                        ANNOTATED + "MethodRetrySpec"),
                        AdaptAdvice.class)
                .onIfPresent(
                        method("adaptReactiveResult")
                                .takes(
                                        "java.lang.Object",
                                        REACTIVE,
                                        ANNOTATED + "MethodRetrySpec",
                                        "java.lang.reflect.Method"),
                        AdaptMethodAdvice.class);
        springCoreRetry
                .type("reactor.util.retry.RetryBackoffSpec")
                .ofAnotherLibrary()
                .carries(SpringCoreFields.METHOD)
                .carries(SpringCoreFields.TARGET)
                .onIfPresent(method("filter").takes("java.util.function.Predicate"), SpecificationAdvice.class)
                .onIfPresent(
                        lambdaIn("generateCompanion")
                                .takes("reactor.util.context.ContextView", "reactor.util.retry.Retry$RetrySignal"),
                        SignalAdvice.class);
        springCoreRetry
                .type("reactor.core.publisher.FluxRetryWhen$RetryWhenMainSubscriber")
                .ofAnotherLibrary()
                .onIfPresent(method("resubscribe").takes("java.lang.Object"), ResubscribeAdvice.class);
    }
}
