package io.autobot.agent.instrumentation.jettyclient11;

import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.status.Group;

/**
 * Jetty's HTTP client before 12 (read in 9.4.20, 9.4.58, 10.0.0, 10.0.26, 11.0.0 and 11.0.26). As with 12, a call is what
 * Jetty names a conversation, whose first request's listeners hear of the last reply alone. A reply's bytes are seen as
 * they arrive, before Jetty decodes them, whether the application has a listener for them or not. Requests that the
 * application sends over a connection of its own choice are not seen, nor bodies of requests over HTTP/3 and FastCGI.
 * Releases before 9.4.20 do not show the conversation.
 */
public final class JettyClient11Instrumentation implements Instrumentation {
    private static final String CLIENT = "org.eclipse.jetty.client.";
    private static final String EXCHANGE = CLIENT + "HttpExchange";
    private static final String CONTENT = CLIENT + "HttpContent";
    private static final String BUFFER = "java.nio.ByteBuffer";
    private static final String CALLBACK = "org.eclipse.jetty.util.Callback";

    @Override
    public void describe(Description jetty) {
        jetty.name("jetty-client-11")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("org.eclipse.jetty:jetty-client", "9.4", "11.0");
        jetty.type(CLIENT + "HttpDestination")
                .on(method("send").takes(CLIENT + "HttpRequest", "java.util.List"), SendAdvice.class);
        jetty.type(CLIENT + "HttpReceiver")
                .on(method("responseContent").takes(EXCHANGE, BUFFER, CALLBACK), ReceiveAdvice.class);
        writes(jetty.type(CLIENT + "http.HttpSenderOverHTTP"));
        writes(jetty.type("org.eclipse.jetty.http2.client.http.HttpSenderOverHTTP2")
                .ofAnotherLibrary());
        // Of 9.4 alone.
        jetty.type(CONTENT)
                .carries(JettyFields.EXCHANGE)
                .on(method("advance").takes().returns("boolean"), AdvanceAdvice.class);
    }

    /** Listeners of requests hear of a body when it is written, and perhaps of the reply before that. */
    private static void writes(TypeTarget sender) {
        sender.onFirst(
                        hook(method("sendHeaders").takes(EXCHANGE, BUFFER, "boolean", CALLBACK), WriteAdvice.class),
                        hook(method("sendHeaders").takes(EXCHANGE, CONTENT, CALLBACK), ContentAdvice.class))
                .onIfPresent(method("sendContent").takes(EXCHANGE, BUFFER, "boolean", CALLBACK), WriteAdvice.class);
    }
}
