package io.autobot.agent.instrumentation.vertxhttp;

import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Vert.x's HTTP client, which its WebClient and Quarkus' REST client stand on (read in 4.0.0, 4.1.8 to 4.5.22, 5.0.0,
 * 5.1.1 and 5.2.3). A call begins where the application asks for a request, which waits for a connection, and the
 * redirects that the client follows are within it. Web sockets take another way. Not seen: a request to the client's
 * default host that Vert.x 4.1 or later is given by options without a host; who reads the address there is the client.
 */
public final class VertxHttpInstrumentation implements Instrumentation {
    private static final String HTTP = "io.vertx.core.http.";
    private static final String OPTIONS = HTTP + "RequestOptions";
    private static final String PROMISE = "io.vertx.core.impl.future.PromiseInternal";

    @Override
    public void describe(Description vertx) {
        vertx.name("vertx-http")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("io.vertx:vertx-core", "4.0", "5.2");
        vertx.type(HTTP + "impl.HttpClientImpl")
                .onFirst(
                        hook(
                                method("request")
                                        .takes(
                                                HTTP + "HttpMethod",
                                                "io.vertx.core.net.SocketAddress",
                                                "java.lang.String",
                                                "int",
                                                "java.lang.Boolean",
                                                "java.lang.String",
                                                "io.vertx.core.MultiMap",
                                                "long",
                                                "java.lang.Boolean",
                                                PROMISE),
                                RequestInDetailAdvice.class),
                        hook(method("doRequest").takes(OPTIONS, PROMISE), RequestWithPromiseAdvice.class),
                        hook(
                                method("request").takes(OPTIONS).returns("io.vertx.core.Future"),
                                RequestForFutureAdvice.class))
                .onIfPresent(lambdaIn("createRequest").returns("io.vertx.core.Future"), RedirectingAdvice.class);
        vertx.type(HTTP + "impl.HttpClientRequestBase")
                .carries(VertxHttpFields.CALL)
                .on(method("reset").takes("long"), ResetAdvice.class)
                .on(method("reset").takes("long", "java.lang.Throwable"), ResetAdvice.class);
        vertx.type(HTTP + "impl.HttpClientRequestImpl")
                .on(method("doWrite"), WriteAdvice.class)
                .on(method("handleNextRequest"), NextRequestAdvice.class)
                .on(
                        lambdaIn("handleResponse").takes("io.vertx.core.Promise", "long", "io.vertx.core.AsyncResult"),
                        RedirectingAdvice.class);
        vertx.type(HTTP + "impl.HttpClientResponseImpl")
                .on(method("handleChunk").takes("io.vertx.core.buffer.Buffer"), ChunkAdvice.class)
                .onFirst(hook(method("handleEnd"), EndAdvice.class), hook(method("handleTrailers"), EndAdvice.class))
                .on(method("handleException").takes("java.lang.Throwable"), BrokenAdvice.class);
    }
}
