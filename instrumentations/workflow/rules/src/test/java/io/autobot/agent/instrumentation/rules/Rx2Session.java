package io.autobot.agent.instrumentation.rules;

import com.acme.flows.LaterInRx2;
import io.reactivex.Completable;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.Observable;
import io.reactivex.Single;
import java.util.function.Consumer;

/** Every type of RxJava 2 with every end; says what its subscribers were told, by type and status. */
final class Rx2Session {
    private final LaterInRx2 later = new LaterInRx2();
    private final IllegalStateException failure = new IllegalStateException("fails");
    private final Consumer<String> told;

    Rx2Session(Consumer<String> told) {
        this.told = told;
    }

    private void told(String type, String status) {
        told.accept("rx2 " + type + " " + status);
    }

    void run() {
        for (Single<String> source : new Single[] {Single.just("a"), Single.error(failure)}) {
            later.single(source).subscribe(value -> told("single", "completed"), thrown -> told("single", "failed"));
        }
        for (Maybe<String> source : new Maybe[] {Maybe.just("a"), Maybe.empty(), Maybe.error(failure)}) {
            later.maybe(source)
                    .subscribe(
                            value -> told("maybe", "completed"),
                            thrown -> told("maybe", "failed"),
                            () -> told("maybe", "completed"));
        }
        for (Completable source : new Completable[] {Completable.complete(), Completable.error(failure)}) {
            later.completable(source)
                    .subscribe(() -> told("completable", "completed"), thrown -> told("completable", "failed"));
        }
        for (Observable<Integer> source : new Observable[] {Observable.range(0, 9), Observable.error(failure)}) {
            later.observable(source)
                    .subscribe(
                            value -> {}, thrown -> told("observable", "failed"), () -> told("observable", "completed"));
        }
        for (Flowable<Integer> source : new Flowable[] {Flowable.range(0, 9), Flowable.error(failure)}) {
            later.flowable(source)
                    .subscribe(value -> {}, thrown -> told("flowable", "failed"), () -> told("flowable", "completed"));
        }
        later.single(Single.never()).subscribe().dispose();
        later.maybe(Maybe.never()).subscribe().dispose();
        later.completable(Completable.never()).subscribe().dispose();
        later.observable(Observable.never()).subscribe().dispose();
        later.flowable(Flowable.never()).subscribe().dispose();
        for (String type : new String[] {"single", "maybe", "completable", "observable", "flowable"}) {
            told(type, "cancelled");
        }
    }
}
