package io.autobot.agent.instrumentation.lettuce;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.lambdaIn;
import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.instrumentation.lettuce.failover.FailoverHooks;
import io.autobot.agent.instrumentation.pool2.ObjectPoolHooks;
import io.autobot.agent.instrumentation.redis.OwnTrafficAdvice;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.MethodMatch;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.status.Group;

/**
 * Lettuce 5.0 to 7.7. Every command of every API (synchronous, asynchronous, reactive, batches, transactions, cluster)
 * is handed to {@code DefaultEndpoint.write} and ends in its innermost {@code Command}; the other hooks tell where a
 * connection leads and which commands are the client's own. An application's own implementation of
 * {@code RedisCommand} that does not extend {@code Command} is not seen.
 */
public final class LettuceInstrumentation implements Instrumentation {
    private static final String LETTUCE = "io.lettuce.core.";
    private static final String COMMAND = LETTUCE + "protocol.RedisCommand";
    private static final String CHANNEL = "io.netty.channel.Channel";

    @Override
    public void describe(Description lettuce) {
        lettuce.name("lettuce").feeds(Group.REDIS, Group.RESILIENCE).library("io.lettuce:lettuce-core", "5.0", "7.7");
        commands(lettuce);
        routes(lettuce);
        connections(lettuce);
        pools(lettuce);
        ownTraffic(lettuce);
        failover(lettuce);
        ObjectPoolHooks.describe(lettuce);
    }

    private static void commands(Description lettuce) {
        lettuce.type(LETTUCE + "protocol.Command")
                .carries(LettuceFields.START)
                .carries(LettuceFields.CHANNEL)
                .on(method("complete").takes(), CompleteAdvice.class)
                .on(method("completeExceptionally").takes("java.lang.Throwable"), FailAdvice.class)
                .on(method("cancel").takes(), CancelAdvice.class);
        // The sync API gives up on a command by cancelling it.
        lettuce.type(LETTUCE + "LettuceFutures").on(method("awaitOrCancel"), AwaitAdvice.class);
        lettuce.type(LETTUCE + "internal.Futures").onIfPresent(method("awaitOrCancel"), AwaitAdvice.class);
    }

    /** What finds the connection for a command first, which may fail. */
    private static void routes(Description lettuce) {
        lettuce.type(LETTUCE + "cluster.ClusterDistributionChannelWriter")
                .on(method("write").takes(COMMAND), RouteAdvice.class);
        for (String replicas :
                new String[] {"masterslave.MasterSlave", "masterreplica.UpstreamReplica", "masterreplica.MasterReplica"
                }) {
            lettuce.type(LETTUCE + replicas + "ConnectionProvider")
                    .onIfPresent(
                            constructor()
                                    .takes(
                                            LETTUCE + "RedisClient",
                                            LETTUCE + "codec.RedisCodec",
                                            LETTUCE + "RedisURI",
                                            "java.util.Map"),
                            ReplicasAdvice.class);
            lettuce.type(LETTUCE + replicas + "ChannelWriter")
                    .on(constructor(), ReplicasWriterAdvice.class)
                    .on(method("write").takes(COMMAND), RouteToReplicaAdvice.class);
        }
    }

    private static void connections(Description lettuce) {
        lettuce.type(LETTUCE + "protocol.DefaultEndpoint")
                .carries(LettuceFields.CHANNEL)
                .on(constructor(), NewEndpointAdvice.class)
                .on(method("write").takes(COMMAND), WriteAdvice.class)
                .on(method("write").takes("java.util.Collection"), WriteBatchAdvice.class)
                .on(method("notifyChannelActive").takes(CHANNEL), ActiveAdvice.class)
                .on(method("notifyChannelInactive").takes(CHANNEL), InactiveAdvice.class)
                .on(method("setConnectionFacade"), FacadeAdvice.class);
        lettuce.type(LETTUCE + "RedisClient").on(method("connectStatefulAsync"), ConnectAdvice.class);
        lettuce.type(LETTUCE + "cluster.RedisClusterClient")
                .onFirst(
                        hook(
                                connectsToNode("cluster.StatefulRedisClusterConnectionImpl"),
                                ConnectToClusterAdvice.class),
                        hook(method("connectStatefulAsync"), ConnectToCluster5Advice.class))
                .onIfPresent(connectsToNode("StatefulRedisConnectionImpl"), ConnectToClusterAdvice.class);
        lettuce.type(LETTUCE + "protocol.ReconnectionHandler")
                .onIfPresent(method("reconnect").returns("reactor.util.function.Tuple2"), ReconnectAdvice.class);
        lettuce.type(LETTUCE + "pubsub.PubSubEndpoint")
                .onFirst(
                        hook(method("notifyMessage").takes(LETTUCE + "pubsub.PubSubMessage"), MessageAdvice.class),
                        hook(method("notifyMessage").takes(LETTUCE + "pubsub.PubSubOutput"), OutputAdvice.class));
    }

    /** From 6.0 on there are two, for the cluster as a whole and for one node. */
    private static MethodMatch connectsToNode(String connection) {
        return method("connectStatefulAsync")
                .takes(
                        LETTUCE + connection,
                        LETTUCE + "protocol.DefaultEndpoint",
                        LETTUCE + "RedisURI",
                        "reactor.core.publisher.Mono",
                        "java.util.function.Supplier");
    }

    private static void pools(Description lettuce) {
        lettuce.type(LETTUCE + "support.ConnectionPoolSupport$RedisPooledObjectFactory")
                .on(method("create").takes(), MakeConnectionAdvice.class);
        lettuce.type(LETTUCE + "support.AsyncConnectionPoolSupport$RedisPooledObjectFactory")
                .on(method("create").takes(), MakeConnectionAdvice.class);
        lettuce.type(LETTUCE + "support.BoundedAsyncPool")
                .on(method("acquire").takes(), AcquireAdvice.class)
                .on(method("closeAsync").takes(), ClosePoolAdvice.class);
    }

    /** What is sent on the application's connections without having been asked for. */
    private static void ownTraffic(Description lettuce) {
        // Up to 5.3 they authenticate and select; from 6.0 on the handshake is written beside the endpoint.
        lettuce.type(LETTUCE + "RedisClient").onIfPresent(lambdaIn("connectStatefulAsync"), OwnTrafficAdvice.class);
        lettuce.type(LETTUCE + "cluster.RedisClusterClient")
                .onIfPresent(lambdaIn("connectStatefulAsync"), OwnTrafficAdvice.class)
                .onIfPresent(asksForCommands("connectClusterAsync", "Connection"), AskForCommandsAdvice.class)
                .onIfPresent(
                        asksForCommands("connectClusterPubSubAsync", "PubSubConnection"), AskForCommandsAdvice.class);
        own(lettuce, "StatefulRedisConnectionImpl", "activated");
        own(lettuce, "pubsub.StatefulRedisPubSubConnectionImpl", "activated");
        own(lettuce, "cluster.StatefulRedisClusterConnectionImpl", "activated", "inspectRedisState");
        own(lettuce, "cluster.StatefulRedisClusterPubSubConnectionImpl", "activated", "inspectRedisState");
        own(lettuce, "masterslave.MasterSlaveTopologyProvider", "getNodes", "getNodesAsync");
        own(lettuce, "masterreplica.ReplicaTopologyProvider", "getNodes", "getNodesAsync");
        own(lettuce, "RedisAuthenticationHandler", "dispatchAuth");
        own(lettuce, "dynamic.RedisCommandFactory", "getCommands");
        own(lettuce, "failover.health.PingStrategy", "doHealthCheck");
    }

    /** From 7.4 on: clients with several databases, whose breakers refuse commands before the connection sees them. */
    private static void failover(Description lettuce) {
        lettuce.type(LETTUCE + "failover.DatabaseEndpointImpl")
                .onIfPresent(method("write").takes(COMMAND), WriteAdvice.class)
                .onIfPresent(method("write").takes("java.util.Collection"), WriteBatchAdvice.class);
        FailoverHooks.describe(lettuce);
    }

    /** 5.1 to 6.0: a new cluster connection asks for the server's commands when the lambda has returned. */
    private static MethodMatch asksForCommands(String method, String kind) {
        return lambdaIn(method)
                .takes(LETTUCE + "cluster.StatefulRedisCluster" + kind + "Impl")
                .returns("reactor.core.publisher.Mono");
    }

    private static void own(Description lettuce, String type, String... methods) {
        TypeTarget target = lettuce.type(LETTUCE + type);
        for (String name : methods) {
            target.onIfPresent(method(name), OwnTrafficAdvice.class);
        }
    }
}
