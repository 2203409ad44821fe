package io.autobot.agent.instrumentation.jettyclient;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.status.Group;

/**
 * Jetty's HTTP client 12 (read in 12.0.0, 12.0.36, 12.1.8 and 12.1.14). A call is what Jetty names a conversation: the
 * redirects and authentications that the client answers are within it, and the listeners of its first request hear of
 * the last reply alone. Requests that the application sends over a connection of its own choice are not seen,
 * nor bodies of requests over HTTP/3 and FastCGI.
 */
public final class JettyClientInstrumentation implements Instrumentation {
    private static final String TRANSPORT = "org.eclipse.jetty.client.transport.";

    @Override
    public void describe(Description jetty) {
        jetty.name("jetty-client")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("org.eclipse.jetty:jetty-client", "12.0", "12.1");
        jetty.type(TRANSPORT + "HttpDestination").on(method("send").takes(TRANSPORT + "HttpRequest"), SendAdvice.class);
        jetty.type(TRANSPORT + "ResponseListeners")
                .on(
                        method("notifyContentSource")
                                .takes("org.eclipse.jetty.client.Response", "org.eclipse.jetty.io.Content$Source"),
                        ContentAdvice.class);
        writes(jetty.type(TRANSPORT + "internal.HttpSenderOverHTTP"));
        writes(jetty.type("org.eclipse.jetty.http2.client.transport.internal.HttpSenderOverHTTP2")
                .ofAnotherLibrary());
    }

    /** Its listeners hear of a body when it is written, and perhaps of the reply before that. */
    private static void writes(TypeTarget sender) {
        String[] parameters = {
            TRANSPORT + "HttpExchange", "java.nio.ByteBuffer", "boolean", "org.eclipse.jetty.util.Callback"
        };
        sender.on(method("sendHeaders").takes(parameters), WriteAdvice.class)
                .on(method("sendContent").takes(parameters), WriteAdvice.class);
    }
}
