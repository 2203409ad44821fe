package com.acme.flows;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work that goes on after its method has returned. */
public class Later {
    /** What it says when it is done. */
    public record Bill(Kind kind) {}

    public enum Kind {
        PRIVATE,
        BUSINESS
    }

    public CompletableFuture<Boolean> ship(String what, CompletableFuture<Boolean> result) {
        return result;
    }

    public CompletionStage<Bill> bill(CompletionStage<Bill> result) {
        return result;
    }

    public <T> Mono<T> mono(String kind, Mono<T> result) {
        if (result == null) {
            throw new IllegalArgumentException(kind);
        }
        return result;
    }

    /** A part of itself that is of the same rule. */
    public Mono<String> monos(int more) {
        Mono<String> done = Mono.just("done");
        return more == 0 ? done : done.then(monos(more - 1));
    }

    public <T> Flux<T> flux(Flux<T> result) {
        return result;
    }

    public <T> Single<T> single(Single<T> result) {
        return result;
    }

    public <T> Maybe<T> maybe(Maybe<T> result) {
        return result;
    }

    public Completable completable(Completable result) {
        return result;
    }

    public <T> Observable<T> observable(Observable<T> result) {
        return result;
    }

    public <T> Flowable<T> flowable(Flowable<T> result) {
        return result;
    }
}
