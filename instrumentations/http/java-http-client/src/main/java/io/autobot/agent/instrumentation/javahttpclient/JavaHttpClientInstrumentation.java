package io.autobot.agent.instrumentation.javahttpclient;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * The JDK's {@code java.net.http.HttpClient}. All of its calls, synchronous or not, pass one private method with the
 * application's own request and body handler (read in JDK 17 and 25); what follows, redirects, authentication and lost
 * connections, is within it.
 */
public final class JavaHttpClientInstrumentation implements Instrumentation {
    private static final String API = "java.net.http.";

    @Override
    public void describe(Description client) {
        client.name("java-http-client")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("java:java.net.http", "17", "25");
        client.type("jdk.internal.net.http.HttpClientImpl")
                .on(
                        method("sendAsync")
                                .takes(
                                        API + "HttpRequest",
                                        API + "HttpResponse$BodyHandler",
                                        API + "HttpResponse$PushPromiseHandler",
                                        "java.util.concurrent.Executor"),
                        SendAdvice.class);
    }
}
