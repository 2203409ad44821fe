package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import io.autobot.agent.spi.StateMap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import reactor.core.CoreSubscriber;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.HttpOperations;
import reactor.netty.http.client.HttpClientConfig;

/** Which call an operation of the library belongs to. Any thread. */
final class ReactorCalls {
    private static final HttpTransport TRANSPORT = HttpDomain.transport("reactor-netty");
    private static final VarHandle CALL_OF = ReactorNettyFields.CALL.find(MethodHandles.lookup(), HttpOperations.class);

    /** Instead of the field, where the library was loaded before the agent. */
    private static final StateMap<ChannelOperations<?, ?>, ReactorCall> LATE = new StateMap<>();

    private ReactorCalls() {}

    /** The subscriber to go on with, {@code null} to leave the call alone. */
    static ReactorCall open(HttpClientConfig config, CoreSubscriber<?> subscriber) {
        if (config.websocketClientSpec() != null) {
            return null;
        }
        CallAddress address = CallAddress.of(config);
        HttpExchange exchange = TRANSPORT.open(
                config.method().name(), address.scheme(), address.host(), address.port(), address.path());
        return exchange == null ? null : new ReactorCall(exchange, subscriber);
    }

    /** The library threw before it did anything. */
    static void failed(Object call, Throwable thrown) {
        ((ReactorCall) call).exchange().fail(thrown);
    }

    /** The context of the subscriber is what the library hands down to its operations. */
    static void attempt(Object operations) {
        HttpOperations<?, ?> attempt = (HttpOperations<?, ?>) operations;
        ReactorCall call = attempt.currentContext().getOrDefault(ReactorCall.class, null);
        if (call == null) {
            return;
        }
        call.attempt(attempt);
        if (CALL_OF != null) {
            CALL_OF.set(attempt, (Object) call);
        } else {
            LATE.put(attempt, call);
        }
    }

    /** The call whose latest attempt an operation is, {@code null} if there is none that is observed. */
    static ReactorCall of(Object operations) {
        if (!(operations instanceof HttpOperations)) {
            return null;
        }
        HttpOperations<?, ?> attempt = (HttpOperations<?, ?>) operations;
        ReactorCall call = CALL_OF != null ? (ReactorCall) CALL_OF.get(attempt) : LATE.get(attempt);
        return call != null && call.isAt(attempt) ? call : null;
    }
}
