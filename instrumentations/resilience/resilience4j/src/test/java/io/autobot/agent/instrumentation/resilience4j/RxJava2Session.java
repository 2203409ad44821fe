package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.retry.transformer.RetryTransformer;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.Observable;
import io.reactivex.Single;
import java.util.Map;

/** The operators for RxJava 2. */
public final class RxJava2Session extends OperatorSession {
    @Override
    Map<String, Guard> guards() {
        return Map.of(
                "single",
                (work, breaker) -> Single.fromCallable(work)
                        .compose(CircuitBreakerOperator.of(breaker))
                        .blockingGet(),
                "maybe",
                (work, breaker) -> Maybe.fromCallable(work)
                        .compose(CircuitBreakerOperator.of(breaker))
                        .blockingGet(),
                "flowable",
                (work, breaker) -> Flowable.fromCallable(work)
                        .compose(CircuitBreakerOperator.of(breaker))
                        .blockingFirst(),
                "observable",
                (work, breaker) -> Observable.fromCallable(work)
                        .compose(CircuitBreakerOperator.of(breaker))
                        .blockingFirst());
    }

    @Override
    Map<String, Repeater> repeaters() {
        return Map.of(
                "single",
                (work, retry) -> Single.fromCallable(work)
                        .compose(RetryTransformer.of(retry))
                        .blockingGet(),
                "maybe",
                (work, retry) -> Maybe.fromCallable(work)
                        .compose(RetryTransformer.of(retry))
                        .blockingGet(),
                "flowable",
                (work, retry) -> Flowable.fromCallable(work)
                        .compose(RetryTransformer.of(retry))
                        .blockingFirst(),
                "observable",
                (work, retry) -> Observable.fromCallable(work)
                        .compose(RetryTransformer.of(retry))
                        .blockingFirst());
    }
}
