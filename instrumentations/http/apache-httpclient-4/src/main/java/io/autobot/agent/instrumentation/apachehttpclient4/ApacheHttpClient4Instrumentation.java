package io.autobot.agent.instrumentation.apachehttpclient4;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Apache HttpClient 4.4 to 4.5 and HttpAsyncClient 4.1. Read in 4.5.14 and 4.1.5. The classes of 4.3 and older are those
 * of Java 5, which cannot carry hooks.
 *
 * <p>All calls of a classic client pass {@code doExecute} once, outside of its redirects, retries and decoding.
 *
 * <p>A call of an asynchronous client is known to {@code MainClientExec} by its state and to those that fail or cancel it
 * by its handler, which meet in {@code prepare} only; its final response is the one that is set on the state. The
 * minimal asynchronous client and the pipelining one, neither of which has that state, are not observed.
 */
public final class ApacheHttpClient4Instrumentation implements Instrumentation {
    private static final String CLASSIC = "org.apache.http.impl.client.";
    private static final String ASYNC = "org.apache.http.impl.nio.client.";
    private static final String STATE = ASYNC + "InternalState";
    private static final String HANDLER = ASYNC + "AbstractClientExchangeHandler";
    private static final String IO_CONTROL = "org.apache.http.nio.IOControl";

    @Override
    public void describe(Description client) {
        client.name("apache-httpclient-4")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("org.apache.httpcomponents:httpclient", "4.4", "4.5");
        for (String type : new String[] {"InternalHttpClient", "MinimalHttpClient", "AbstractHttpClient"}) {
            client.type(CLASSIC + type)
                    .on(
                            method("doExecute")
                                    .takes(
                                            "org.apache.http.HttpHost",
                                            "org.apache.http.HttpRequest",
                                            "org.apache.http.protocol.HttpContext"),
                            ExecuteAdvice.class);
        }
        client.type(ASYNC + "MainClientExec")
                .ofAnotherLibrary()
                .on(
                        method("prepare")
                                .takes("org.apache.http.HttpHost", "org.apache.http.HttpRequest", STATE, HANDLER),
                        PrepareAdvice.class)
                .on(method("generateRequest").takes(STATE, HANDLER), GenerateAdvice.class)
                .on(
                        method("produceContent").takes(STATE, "org.apache.http.nio.ContentEncoder", IO_CONTROL),
                        ProduceAdvice.class)
                .on(
                        method("consumeContent").takes(STATE, "org.apache.http.nio.ContentDecoder", IO_CONTROL),
                        ConsumeAdvice.class)
                .on(method("responseCompleted").takes(STATE, HANDLER), CompletedAdvice.class);
        client.type(STATE)
                .ofAnotherLibrary()
                .on(method("setFinalResponse").takes("org.apache.http.HttpResponse"), ResponseAdvice.class);
        client.type(ASYNC + "DefaultClientExchangeHandlerImpl")
                .ofAnotherLibrary()
                .on(method("executionFailed").takes("java.lang.Exception"), FailedAdvice.class)
                .on(method("executionCancelled").takes(), CancelledAdvice.class)
                .on(method("releaseResources").takes(), CancelledAdvice.class);
    }
}
