package com.acme.flows;

import io.reactivex.Completable;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.Observable;
import io.reactivex.Single;

/** Work that goes on after its method has returned, in RxJava 2. */
public class LaterInRx2 {
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
