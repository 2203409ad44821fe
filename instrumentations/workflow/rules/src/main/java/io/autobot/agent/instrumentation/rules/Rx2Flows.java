package io.autobot.agent.instrumentation.rules;

import io.autobot.agent.flows.FlowRun;
import io.reactivex.Completable;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.Observable;
import io.reactivex.Single;

/**
 * The same as {@link RxFlows} for RxJava 2, whose types have the same names in another package and nothing in common with
 * them.
 */
final class Rx2Flows {
    private Rx2Flows() {}

    /** The source to hand out instead; {@code null} to leave it as it is. */
    static Object watched(Object source, FlowRun call) {
        if (source instanceof Single<?> single) {
            return single(single, call);
        }
        if (source instanceof Maybe<?> maybe) {
            return maybe(maybe, call);
        }
        if (source instanceof Completable completable) {
            return completable(completable, call);
        }
        if (source instanceof Observable<?> observable) {
            return observable(observable, call);
        }
        return source instanceof Flowable<?> flowable ? flowable(flowable, call) : null;
    }

    private static <T> Single<T> single(Single<T> single, FlowRun call) {
        return Single.defer(() -> {
            FlowRun run = call.again();
            return run == null
                    ? single
                    : single.doOnSuccess(run::ended).doOnError(run::failed).doOnDispose(run::cancelled);
        });
    }

    private static <T> Maybe<T> maybe(Maybe<T> maybe, FlowRun call) {
        return Maybe.defer(() -> {
            FlowRun run = call.again();
            return run == null
                    ? maybe
                    : maybe.doOnSuccess(run::ended)
                            .doOnComplete(() -> run.ended(null))
                            .doOnError(run::failed)
                            .doOnDispose(run::cancelled);
        });
    }

    private static Completable completable(Completable completable, FlowRun call) {
        return Completable.defer(() -> {
            FlowRun run = call.again();
            return run == null
                    ? completable
                    : completable
                            .doOnComplete(() -> run.ended(null))
                            .doOnError(run::failed)
                            .doOnDispose(run::cancelled);
        });
    }

    private static <T> Observable<T> observable(Observable<T> observable, FlowRun call) {
        return Observable.defer(() -> {
            FlowRun run = call.again();
            return run == null
                    ? observable
                    : observable
                            .doOnComplete(() -> run.ended(null))
                            .doOnError(run::failed)
                            .doOnDispose(run::cancelled);
        });
    }

    private static <T> Flowable<T> flowable(Flowable<T> flowable, FlowRun call) {
        return Flowable.defer(() -> {
            FlowRun run = call.again();
            return run == null
                    ? flowable
                    : flowable.doOnComplete(() -> run.ended(null))
                            .doOnError(run::failed)
                            .doOnCancel(run::cancelled);
        });
    }
}
