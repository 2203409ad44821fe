package io.autobot.agent.instrumentation.rules;

import com.acme.flows.Later;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishers with every end, and futures and publishers that never come to one. Returns what their subscribers were
 * told, by workflow, step and status. The argument is unused.
 */
public final class ReactiveSession implements Function<String, Map<String, Long>> {
    private final Map<String, Long> told = new TreeMap<>();

    private void told(String what) {
        told.merge(what, 1L, Long::sum);
    }

    @Override
    public Map<String, Long> apply(String unused) {
        IllegalStateException failure = new IllegalStateException("fails");
        Later later = new Later();
        for (Flux<Integer> flux : new Flux[] {Flux.range(0, 9), Flux.empty(), Flux.error(failure)}) {
            later.flux(flux)
                    .subscribe(
                            value -> {}, thrown -> told("streams flux failed"), () -> told("streams flux completed"));
        }
        later.flux(Flux.never()).subscribe().dispose();
        told("streams flux cancelled");
        for (Mono<String> mono : new Mono[] {Mono.just("a"), Mono.empty(), Mono.error(failure)}) {
            later.mono("monos", mono)
                    .subscribe(value -> {}, thrown -> told("monos failed"), () -> told("monos success"));
        }
        later.mono("monos", Mono.never()).subscribe().dispose();
        told("monos cancelled");
        new RxSession(this::told).run();
        new Rx2Session(this::told).run();
        later.mono("endless", Mono.never()).subscribe();
        later.ship("endless", new CompletableFuture<>());
        return told;
    }
}
