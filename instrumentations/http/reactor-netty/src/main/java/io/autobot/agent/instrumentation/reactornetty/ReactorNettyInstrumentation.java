package io.autobot.agent.instrumentation.reactornetty;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Reactor Netty's HTTP client, which Spring's WebClient and azure-core-http-netty stand on. A call is one subscription
 * to the client's connection (read in 1.0.0, 1.0.48, 1.2.18, 1.3.0 and 1.3.8): redirects and the client's own retry of a
 * lost connection are within it, and its failures without a connection too. The subscriber is replaced by one that the
 * agent hears of; the bytes are read where the connection meets them, so nothing is subscribed to that was not before.
 */
public final class ReactorNettyInstrumentation implements Instrumentation {
    private static final String CLIENT = "reactor.netty.http.client.";
    private static final String PUBLISHER = "org.reactivestreams.Publisher";
    private static final String PREDICATE = "java.util.function.Predicate";

    @Override
    public void describe(Description netty) {
        netty.name("reactor-netty")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("io.projectreactor.netty:reactor-netty-http", "1.0", "1.3");
        netty.type(CLIENT + "HttpClientConnect$MonoHttpConnect")
                .on(method("subscribe").takes("reactor.core.CoreSubscriber"), SubscribeAdvice.class);
        netty.type(CLIENT + "HttpClientConnect$HttpClientHandler")
                .on(method("requestWithBody").takes(CLIENT + "HttpClientOperations"), AttemptAdvice.class);
        netty.type(CLIENT + "HttpClientOperations")
                .on(method("send").takes(PUBLISHER), SendAdvice.class)
                .on(method("onOutboundComplete").takes(), SentAdvice.class)
                .on(
                        method("onInboundNext").takes("io.netty.channel.ChannelHandlerContext", "java.lang.Object"),
                        InboundAdvice.class)
                .on(method("onInboundCancel").takes(), InboundCancelAdvice.class);
        // Servers have these classes too.
        netty.type("reactor.netty.http.HttpOperations")
                .carries(ReactorNettyFields.CALL)
                .on(method("sendObject").takes("java.lang.Object"), SendObjectAdvice.class)
                .ofAnotherLibrary();
        netty.type("reactor.netty.channel.ChannelOperations")
                .on(method("send").takes(PUBLISHER, PREDICATE), SendAdvice.class)
                .on(method("sendObject").takes(PUBLISHER, PREDICATE), SendAdvice.class)
                .on(method("onInboundError").takes("java.lang.Throwable"), InboundErrorAdvice.class)
                .ofAnotherLibrary();
    }
}
