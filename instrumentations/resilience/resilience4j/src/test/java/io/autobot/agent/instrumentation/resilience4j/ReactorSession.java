package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The operators for Reactor. */
public final class ReactorSession extends OperatorSession {
    @Override
    Map<String, Guard> guards() {
        return Map.of(
                "mono",
                (work, breaker) -> Mono.fromCallable(work)
                        .transformDeferred(CircuitBreakerOperator.of(breaker))
                        .block(),
                "flux",
                (work, breaker) -> Mono.fromCallable(work)
                        .flux()
                        .transformDeferred(CircuitBreakerOperator.of(breaker))
                        .blockLast());
    }

    @Override
    Map<String, Repeater> repeaters() {
        return Map.of(
                "mono",
                (work, retry) -> Mono.fromCallable(work)
                        .transformDeferred(RetryOperator.of(retry))
                        .block(),
                "flux",
                (work, retry) -> Mono.fromCallable(work)
                        .flux()
                        .transformDeferred(RetryOperator.of(retry))
                        .blockLast());
    }
}
