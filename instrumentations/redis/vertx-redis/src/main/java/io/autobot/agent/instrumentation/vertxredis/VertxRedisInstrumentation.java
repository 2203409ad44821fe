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
 * enters that queue, and the replies come in its order. Connections come from pools that a {@code
 * RedisConnectionManager} keeps, one for each address; what finds none there never reaches a connection and is counted
 * where the client looks for it.
 */
public final class VertxRedisInstrumentation implements Instrumentation {
    private static final String CLIENT = "io.vertx.redis.client.";
    private static final String IMPL = CLIENT + "impl.";
    private static final String REQUEST = CLIENT + "Request";
    private static final String PROMISE = "io.vertx.core.Promise";
    private static final String BUFFER = "io.vertx.core.buffer.Buffer";
    private static final String LIST = "java.util.List";
    private static final String VOID = "java.lang.Void";
    private static final String STRING = "java.lang.String";
    private static final String THROWABLE = "java.lang.Throwable";
    private static final String COMPLETABLE = "io.vertx.core.Completable";
    private static final String HANDLER = "io.vertx.core.Handler";
    private static final String RESULT = "io.vertx.core.AsyncResult";

    @Override
    public void describe(Description vertx) {
        vertx.name("vertx-redis").feeds(Group.REDIS).library("io.vertx:vertx-redis-client", "4.0", "5.1");
        connection(vertx.type(IMPL + "RedisStandaloneConnection"));
        vertx.type(IMPL + "ArrayQueue").on(method("offer").takes("java.lang.Object"), OfferAdvice.class);
        cluster(vertx);
        clients(vertx);
        pools(vertx);
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
                // What the oldest lends is the connection itself.
                .on(method("close").takes(), ReturnAdvice.class)
                .on(method("end").takes(VOID), EndAdvice.class)
                .onFirst(
                        hook(method("fatal").takes("java.lang.Throwable"), EndAdvice.class),
                        hook(method("fail").takes("java.lang.Throwable"), EndAdvice.class));
    }

    private static void cluster(Description vertx) {
        vertx.type(IMPL + "RequestImpl").carries(VertxFields.FIRST_SENT);
        String manager = "connectionManager";
        String error = IMPL + "types.ErrorType";
        vertx.type(IMPL + "RedisClusterConnection")
                .onFirst(
                        hook(attempt("send", REQUEST, COMPLETABLE), ClusterAdvice.class)
                                .whenField(manager),
                        hook(attempt("send", REQUEST, HANDLER), ClusterAdvice.class)
                                .whenField(manager),
                        hook(attempt("send", REQUEST, HANDLER), OldClusterAdvice.class))
                // The oldest do not try.
                .onIfPresent(noNode("send", REQUEST, COMPLETABLE), NoNodeAdvice.class)
                .onIfPresent(noNode("send", REQUEST, HANDLER), NoNodeAdvice.class)
                .onFirst(
                        hook(noNode("batch", LIST, COMPLETABLE), NoNodeForBatchAdvice.class),
                        hook(noNode("batch", LIST, HANDLER), NoNodeForBatchAdvice.class),
                        hook(attempt("batch", LIST, HANDLER), OldBatchInClusterAdvice.class))
                .onFirst(
                        hook(
                                lambdaIn("send")
                                        .takes(
                                                COMPLETABLE,
                                                error,
                                                STRING,
                                                "int",
                                                REQUEST,
                                                CLIENT + "Response",
                                                THROWABLE),
                                AskedAdvice.class),
                        // Nested lambdas bear no name where they were compiled by JDK 8.
                        hook(
                                lambdaIn("null").takes(HANDLER, error, STRING, "int", REQUEST, RESULT),
                                OldAskedAdvice.class))
                .on(method("send").takes(REQUEST), CallAdvice.class)
                .on(method("batch").takes(LIST), CallAdvice.class)
                .onIfPresent(method("currentSlots").takes(), GoOnAdvice.class);
        vertx.type(IMPL + "RedisClusterImpl").on(method("onAllNodes").takes(REQUEST, "boolean"), CallAdvice.class);
        vertx.type(IMPL + "SharedSlots").on(method("get").takes(), FindAdvice.class);
    }

    private static MethodMatch attempt(String method, String what, String callback) {
        return method(method).takes(STRING, "int", what, callback);
    }

    private static MethodMatch noNode(String method, String what, String callback) {
        return lambdaIn(method).takes("int", STRING, what, callback, THROWABLE);
    }

    private static void clients(Description vertx) {
        vertx.type(IMPL + "BaseRedisClient")
                .on(method("send").takes(REQUEST), CallAdvice.class)
                .on(method("batch").takes(LIST), CallAdvice.class);
        for (String client : new String[] {"Redis", "RedisCluster", "RedisSentinel", "RedisReplication"}) {
            vertx.type(IMPL + client + "Client").on(method("connect").takes(), FindAdvice.class);
        }
    }

    private static void pools(Description vertx) {
        vertx.type(IMPL + "RedisConnectionManager")
                .onFirst(
                        hook(method("getConnection").takes(STRING, REQUEST), BorrowAdvice.class)
                                .whenField("poolOptions"),
                        hook(method("getConnection").takes(STRING, REQUEST), OldBorrowAdvice.class)
                                .whenField("options"));
        vertx.type(IMPL + "RedisConnectionManager$RedisEndpoint").on(method("requestConnection"), AskPoolAdvice.class);
        vertx.type(IMPL + "PooledRedisConnection")
                .carries(VertxFields.RETURNED)
                .on(method("close").takes(), ReturnAdvice.class);
    }
}
