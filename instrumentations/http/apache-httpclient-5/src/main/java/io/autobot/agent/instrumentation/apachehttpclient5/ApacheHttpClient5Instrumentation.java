package io.autobot.agent.instrumentation.apachehttpclient5;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Apache HttpClient 5. Read in 5.0, 5.1.3, 5.5 and 5.6.5:
 *
 * <p>All calls of a classic client pass {@code doExecute} once, outside of its redirects, retries and decoding. The
 * class of its response is final and wraps what the connection gave, so that closing it is hooked as well.
 *
 * <p>Calls of an asynchronous client, HTTP/2 included, know their request where they enter the chain of handlers, from
 * where on the chain shows the final response alone. The chain's links are all of one class, see {@link AsyncCalls}.
 * The minimal asynchronous clients have no chain but one handler for each call. What the application sends over an
 * endpoint that it has leased of one is not observed.
 */
public final class ApacheHttpClient5Instrumentation implements Instrumentation {
    private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
    private static final String ASYNC = "org.apache.hc.client5.http.impl.async.";
    private static final String CORE = "org.apache.hc.core5.";

    @Override
    public void describe(Description client) {
        client.name("apache-httpclient-5")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("org.apache.httpcomponents.client5:httpclient5", "5.0", "5.6");
        for (String type : new String[] {"InternalHttpClient", "MinimalHttpClient"}) {
            client.type(CLASSIC + type)
                    .on(
                            method("doExecute")
                                    .takes(
                                            CORE + "http.HttpHost",
                                            CORE + "http.ClassicHttpRequest",
                                            CORE + "http.protocol.HttpContext"),
                            ExecuteAdvice.class);
        }
        client.type(CLASSIC + "CloseableHttpResponse").on(method("close"), CloseAdvice.class);
        client.type(ASYNC + "AsyncExecChainElement")
                .on(
                        method("execute")
                                .takes(
                                        CORE + "http.HttpRequest",
                                        CORE + "http.nio.AsyncEntityProducer",
                                        "org.apache.hc.client5.http.async.AsyncExecChain$Scope",
                                        "org.apache.hc.client5.http.async.AsyncExecCallback"),
                        AsyncExecuteAdvice.class);
        for (String type : new String[] {"MinimalHttpAsyncClient", "MinimalH2AsyncClient"}) {
            client.type(ASYNC + type)
                    .on(
                            method("execute")
                                    .takes(
                                            CORE + "http.nio.AsyncClientExchangeHandler",
                                            CORE + "http.nio.HandlerFactory",
                                            CORE + "http.protocol.HttpContext"),
                            MinimalExecuteAdvice.class);
        }
        client.type(CORE + "concurrent.ComplexFuture")
                .ofAnotherLibrary()
                .carries(ApacheFields.EXCHANGE)
                .on(method("cancel").takes("boolean"), CancelFutureAdvice.class);
        client.type(CORE + "concurrent.ComplexCancellable")
                .ofAnotherLibrary()
                .carries(ApacheFields.EXCHANGE)
                .on(method("cancel").takes(), CancelHandleAdvice.class);
    }
}
