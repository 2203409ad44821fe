package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.spi.StateMap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.eclipse.jetty.client.HttpContent;
import org.eclipse.jetty.client.HttpExchange;

/** In 9.4 the body of a request is an iterator that its senders move on: whose it is, is told with the head. */
final class JettyContents {
    private static final VarHandle EXCHANGE_OF = JettyFields.EXCHANGE.find(MethodHandles.lookup(), HttpContent.class);

    /** Instead of the field, where the library was loaded before the agent. */
    private static final StateMap<HttpContent, HttpExchange> LATE = new StateMap<>();

    private JettyContents() {}

    static void writing(HttpExchange exchange, HttpContent content) {
        if (JettyCalls.of(exchange) == null) {
            return;
        }
        if (EXCHANGE_OF != null) {
            EXCHANGE_OF.set(content, (Object) exchange);
        } else {
            LATE.put(content, exchange);
        }
    }

    static void advanced(HttpContent content) {
        HttpExchange exchange = EXCHANGE_OF != null ? (HttpExchange) EXCHANGE_OF.get(content) : LATE.get(content);
        if (exchange != null) {
            JettyCalls.writing(exchange, content.getByteBuffer(), content.isLast());
        }
    }
}
