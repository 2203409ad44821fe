package io.autobot.agent.instrumentation.resilience4j;

import io.github.resilience4j.rxjava3.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.rxjava3.retry.transformer.RetryTransformer;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.util.Map;

/** The operators for RxJava 3. */
public final class RxJava3Session extends OperatorSession {
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
