package io.autobot.agent.instrumentation.vertxredis;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.MethodMatch;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.status.Group;

/**
 * Vert.x' Redis client 4.0 to 5.1. All its kinds of connection (pooled, cluster, sentinel, replication) send through a
 * {@code RedisStandaloneConnection}, which keeps a queue of what awaits a reply: a command counts as sent when it
 * enters that queue, and the replies come in its order.
 */
public final class VertxRedisInstrumentation implements Instrumentation {
    private static final String CLIENT = "io.vertx.redis.client.";
    private static final String IMPL = CLIENT + "impl.";
    private static final String REQUEST = CLIENT + "Request";
    private static final String PROMISE = "io.vertx.core.Promise";
    private static final String BUFFER = "io.vertx.core.buffer.Buffer";
    private static final String LIST = "java.util.List";
    private static final String VOID = "java.lang.Void";

    @Override
    public void describe(Description vertx) {
        vertx.name("vertx-redis").feeds(Group.REDIS).library("io.vertx:vertx-redis-client", "4.0", "5.1");
        connection(vertx.type(IMPL + "RedisStandaloneConnection"));
        vertx.type(IMPL + "ArrayQueue").on(method("offer").takes("java.lang.Object"), OfferAdvice.class);
        cluster(vertx);
        vertx.type(IMPL + "RedisConnectionManager$RedisConnectionProvider")
                .onIfPresent(
                        method("setup")
                                .takes(
                                        "io.vertx.core.impl.ContextInternal",
                                        CLIENT + "RedisConnection",
                                        REQUEST,
                                        "io.vertx.core.Handler"),
                        SetUpAdvice.class);
    }

    private static void connection(TypeTarget connection) {
        connection
                .on(constructor(), OpenAdvice.class)
                // On the event loop, where the queue is filled: first what the newest versions do, then the oldest;
                // 4.3 and 4.4 fill it in the public methods.
                .onFirst(
                        hook(method("doSend").takes(REQUEST, PROMISE), SendAdvice.class),
                        hook(lambdaIn("send").takes("boolean", PROMISE, BUFFER, VOID), WriteAdvice.class),
                        hook(lambdaIn("send").takes("boolean", PROMISE, BUFFER, REQUEST, VOID), WriteAdvice.class),
                        hook(method("send").takes(REQUEST), SendAdvice.class))
                .onFirst(
                        hook(method("doBatch").takes(LIST, PROMISE), BatchAdvice.class),
                        hook(lambdaIn("batch").takes(LIST, PROMISE, BUFFER, VOID), WriteAdvice.class),
                        hook(method("batch").takes(LIST), BatchAdvice.class))
                .on(method("handle").takes(CLIENT + "Response"), ReplyAdvice.class)
                // After the handshake; before 4.2 the last thing done then.
                .onFirst(
                        hook(method("setValid").takes(), ReadyAdvice.class),
                        hook(
                                method("endHandler")
                                        .takes("io.vertx.core.Handler")
                                        .returns(CLIENT + "RedisConnection"),
                                ReadyAdvice.class))
                .on(method("end").takes(VOID), EndAdvice.class)
                .onFirst(
                        hook(method("fatal").takes("java.lang.Throwable"), EndAdvice.class),
                        hook(method("fail").takes("java.lang.Throwable"), EndAdvice.class));
    }

    private static void cluster(Description vertx) {
        vertx.type(IMPL + "RequestImpl").carries(VertxFields.FIRST_SENT);
        String field = "connectionManager";
        vertx.type(IMPL + "RedisClusterConnection")
                .onFirst(
                        hook(attempt("io.vertx.core.Completable"), ClusterAdvice.class)
                                .whenField(field),
                        hook(attempt("io.vertx.core.Handler"), ClusterAdvice.class)
                                .whenField(field),
                        hook(attempt("io.vertx.core.Handler"), OldClusterAdvice.class));
    }

    private static MethodMatch attempt(String callback) {
        return method("send").takes("java.lang.String", "int", REQUEST, callback);
    }
}
