package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import java.nio.ByteBuffer;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.io.Content;

/** Which call a request belongs to: an attribute of its conversation. Any thread. */
final class JettyCalls {
    private static final String CALL = "autobot.call";
    private static final HttpTransport TRANSPORT = HttpDomain.transport("jetty-client");

    private JettyCalls() {}

    /** A request of the application's, or one that the client itself answers a reply with. */
    static void sending(HttpRequest request) {
        HttpConversation conversation = request.getConversation();
        JettyCall call = (JettyCall) conversation.getAttribute(CALL);
        // What follows in a conversation belongs to the call, or to one that nobody claimed.
        if (call == null ? !conversation.getExchanges().isEmpty() : call.isOpen()) {
            return;
        }
        HttpExchange exchange = TRANSPORT.open(
                request.getMethod(), request.getScheme(), request.getHost(), request.getPort(), request.getPath());
        if (exchange != null) {
            call = new JettyCall(exchange);
            conversation.setAttribute(CALL, call);
            call.listen(request.getResponseListeners());
        }
    }

    /** Bytes of a request's body on their way out. */
    static void writing(HttpRequest request, ByteBuffer piece, boolean last) {
        JettyCall call = (JettyCall) request.getConversation().getAttribute(CALL);
        if (call != null && piece != null) {
            call.sending(request, piece, last);
        }
    }

    /** The source to go on with, {@code null} to leave it alone. */
    static Content.Source observed(Response response, Content.Source source) {
        if (source == null || !(response.getRequest() instanceof HttpRequest)) {
            return null;
        }
        HttpRequest request = (HttpRequest) response.getRequest();
        JettyCall call = (JettyCall) request.getConversation().getAttribute(CALL);
        return call == null ? null : call.observed(response, source);
    }
}
