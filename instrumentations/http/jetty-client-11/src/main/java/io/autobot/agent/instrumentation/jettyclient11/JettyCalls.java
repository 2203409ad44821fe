package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpTransport;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.client.HttpConversation;
import org.eclipse.jetty.client.HttpExchange;
import org.eclipse.jetty.client.HttpRequest;
import org.eclipse.jetty.client.api.Response;

/** Which call a request belongs to: an attribute of its conversation. Any thread. */
final class JettyCalls {
    private static final String CALL = "autobot.call";
    private static final HttpTransport TRANSPORT = HttpDomain.transport("jetty-client-11");

    private JettyCalls() {}

    /** A request of the application's, or one that the client itself answers a reply with. */
    static void sending(HttpRequest request, List<Response.ResponseListener> listeners) {
        HttpConversation conversation = request.getConversation();
        JettyCall call = (JettyCall) conversation.getAttribute(CALL);
        // What follows in a conversation belongs to the call, or to one that nobody claimed.
        if (call == null ? !conversation.getExchanges().isEmpty() : call.isOpen()) {
            return;
        }
        io.autobot.agent.http.HttpExchange exchange = TRANSPORT.open(
                request.getMethod(), request.getScheme(), request.getHost(), request.getPort(), request.getPath());
        if (exchange != null) {
            call = new JettyCall(exchange);
            conversation.setAttribute(CALL, call);
            listeners.add(call);
        }
    }

    /** The call that an attempt of Jetty's belongs to, {@code null} if nobody claimed it. */
    static JettyCall of(HttpExchange attempt) {
        return (JettyCall) attempt.getConversation().getAttribute(CALL);
    }

    /** Bytes of a request's body on their way out. */
    static void writing(HttpExchange attempt, ByteBuffer piece, boolean last) {
        JettyCall call = of(attempt);
        if (call != null && piece != null) {
            call.sending(attempt.getRequest(), piece, last);
        }
    }

    /** Bytes of a reply's body on their way in. */
    static void received(HttpExchange attempt, ByteBuffer piece) {
        JettyCall call = of(attempt);
        if (call != null && piece != null) {
            call.received(attempt.getResponse(), piece);
        }
    }
}
