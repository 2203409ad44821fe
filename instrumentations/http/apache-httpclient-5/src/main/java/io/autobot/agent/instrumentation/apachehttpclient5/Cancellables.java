package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.spi.StateMap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.concurrent.ComplexFuture;

/**
 * Which call the application gives up by what the client handed to it. The library itself may not tell the connection: on
 * one that was kept, what is cancelled is the lease (5.0 to 5.6), and a minimal client's in HTTP/1.1 cancels nothing else.
 * Any thread. Refers to the core alone, which may be there without the client.
 */
final class Cancellables {
    private static final VarHandle OF_FUTURE = ApacheFields.EXCHANGE.find(MethodHandles.lookup(), ComplexFuture.class);
    private static final VarHandle OF_CANCELLABLE =
            ApacheFields.EXCHANGE.find(MethodHandles.lookup(), ComplexCancellable.class);

    /** Instead of the fields, where the library was loaded before the agent. */
    private static final StateMap<Object, HttpExchange> LATE = new StateMap<>();

    private Cancellables() {}

    /** @param handle any other object than those that are known is passed over */
    static void put(Object handle, HttpExchange exchange) {
        if (handle instanceof ComplexFuture) {
            if (OF_FUTURE != null) {
                OF_FUTURE.set((ComplexFuture<?>) handle, (Object) exchange);
            } else {
                LATE.put(handle, exchange);
            }
        } else if (handle instanceof ComplexCancellable) {
            if (OF_CANCELLABLE != null) {
                OF_CANCELLABLE.set((ComplexCancellable) handle, (Object) exchange);
            } else {
                LATE.put(handle, exchange);
            }
        }
    }

    /** Before the library does what follows from it, which may look like a failure. */
    static void cancelling(ComplexFuture<?> future) {
        if (!future.isDone()) {
            cancel(OF_FUTURE != null ? OF_FUTURE.get(future) : LATE.get(future));
        }
    }

    /** As the other. */
    static void cancelling(ComplexCancellable handle) {
        cancel(OF_CANCELLABLE != null ? OF_CANCELLABLE.get(handle) : LATE.get(handle));
    }

    private static void cancel(Object exchange) {
        if (exchange != null) {
            ((HttpExchange) exchange).cancel();
        }
    }
}
