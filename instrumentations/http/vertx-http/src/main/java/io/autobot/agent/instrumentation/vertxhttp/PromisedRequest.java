package io.autobot.agent.instrumentation.vertxhttp;

import io.vertx.core.AsyncResult;
import io.vertx.core.impl.future.PromiseInternal;

/**
 * Vert.x 4 is given a promise that the application may listen to already. It gets another in its place, of the same
 * context, so that we know the request before the application sends it.
 */
final class PromisedRequest {
    private PromisedRequest() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // Of a type that does not matter here.
    static PromiseInternal<?> of(VertxCall call, PromiseInternal promise) {
        PromiseInternal known = promise.context().promise();
        known.future().onComplete(result -> {
            call.requested((AsyncResult<?>) result);
            promise.handle(result);
        });
        return known;
    }
}
