package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.http.HttpDomain;
import io.autobot.agent.http.HttpExchange;
import io.autobot.agent.http.HttpTransport;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.io.Content;

/** Which call a request belongs to: an attribute of its conversation. Any thread. */
final class JettyCalls {
    private static final String CALL = "autobot.call";
    private static final HttpTransport TRANSPORT = HttpDomain.transport("jetty-client");

    private JettyCalls() {}

    static void sending(HttpRequest request) {
        HttpConversation conversation = request.getConversation();
        JettyCall call = (JettyCall) conversation.getAttribute(CALL);
        if (call == null && !conversation.getExchanges().isEmpty()) {
            // A redirect of a call that nobody claimed.
            return;
        }
        if (call == null || !call.isOpen()) {
            HttpExchange exchange = TRANSPORT.open(
                    request.getMethod(), request.getScheme(), request.getHost(), request.getPort(), request.getPath());
            if (exchange == null) {
                return;
            }
            call = new JettyCall(exchange);
            conversation.setAttribute(CALL, call);
            call.listen(request.getResponseListeners());
        }
        call.attempt(request);
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
