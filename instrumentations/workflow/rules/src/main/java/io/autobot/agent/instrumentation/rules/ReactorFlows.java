package io.autobot.agent.instrumentation.rules;

import io.autobot.agent.flows.FlowRun;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishers of Reactor that tell of each of their subscriptions: by operators of its own, so that context, cancellation
 * and demand pass through as they are.
 */
final class ReactorFlows {
    private ReactorFlows() {}

    /** The publisher to hand out instead; {@code null} to leave it as it is. */
    static Object watched(Object publisher, FlowRun call) {
        if (publisher instanceof Mono<?> mono) {
            return mono(mono, call);
        }
        return publisher instanceof Flux<?> flux ? flux(flux, call) : null;
    }

    private static <T> Mono<T> mono(Mono<T> mono, FlowRun call) {
        return Mono.defer(() -> {
            FlowRun run = call.again();
            return run == null
                    ? mono
                    : mono.doOnSuccess(run::ended).doOnError(run::failed).doOnCancel(run::cancelled);
        });
    }

    private static <T> Flux<T> flux(Flux<T> flux, FlowRun call) {
        return Flux.defer(() -> {
            FlowRun run = call.again();
            return run == null
                    ? flux
                    : flux.doOnComplete(() -> run.ended(null))
                            .doOnError(run::failed)
                            .doOnCancel(run::cancelled);
        });
    }
}
