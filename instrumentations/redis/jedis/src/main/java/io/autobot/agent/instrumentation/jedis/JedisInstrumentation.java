package io.autobot.agent.instrumentation.jedis;

import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.instrumentation.pool2.ObjectPoolHooks;
import io.autobot.agent.instrumentation.redis.OwnTrafficAdvice;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.spi.TypeTarget;
import io.autobot.agent.status.Group;

/**
 * Jedis 3.0 to 8.0. Every command of every API of Jedis, pipelines, transactions, cluster and pub/sub included, is
 * written by {@code Connection.sendCommand} and read by {@code Connection.readProtocolWithCheckingBroken}; the other
 * hooks tell the application's commands from the client's own.
 */
public final class JedisInstrumentation implements Instrumentation {
    private static final String JEDIS = "redis.clients.jedis.";
    private static final String POOLED = "org.apache.commons.pool2.PooledObject";
    private static final String COMMAND_OBJECT = JEDIS + "CommandObject";

    @Override
    public void describe(Description jedis) {
        jedis.name("jedis").feeds(Group.REDIS).library("redis.clients:jedis", "3.0", "8.0");
        connection(jedis);
        pools(jedis);
        calls(jedis);
        ownTraffic(jedis);
        ObjectPoolHooks.describe(jedis);
    }

    private static void connection(Description jedis) {
        jedis.type(JEDIS + "Connection")
                // From 4.0 on the overload with bytes delegates to the one with CommandArguments.
                .onFirst(
                        hook(method("sendCommand").takes(JEDIS + "CommandArguments"), SendArgumentsAdvice.class),
                        hook(
                                method("sendCommand").takes(JEDIS + "commands.ProtocolCommand", "byte[][]"),
                                SendBytesAdvice.class))
                .on(method("readProtocolWithCheckingBroken").takes(), ReplyAdvice.class)
                .on(method("flush").takes(), FlushAdvice.class)
                .onFirst(
                        hook(method("connect").takes(), ConnectThroughFactoryAdvice.class)
                                .whenField("socketFactory"),
                        hook(method("connect").takes(), ConnectAdvice.class))
                .on(method("disconnect").takes(), DisconnectAdvice.class)
                .onIfPresent(
                        method("initializeFromClientConfig").takes(JEDIS + "JedisClientConfig"), HandshakeAdvice.class);
        jedis.type(JEDIS + "BinaryClient").on(method("connect").takes(), ReconnectAdvice.class);
    }

    private static void pools(Description jedis) {
        for (String factory : new String[] {"JedisFactory", "ConnectionFactory"}) {
            jedis.type(JEDIS + factory)
                    .on(method("makeObject").takes(), MakeConnectionAdvice.class)
                    .on(method("activateObject").takes(POOLED), OwnTrafficAdvice.class)
                    .on(method("passivateObject").takes(POOLED), OwnTrafficAdvice.class)
                    .on(method("validateObject").takes(POOLED), OwnTrafficAdvice.class)
                    .on(method("destroyObject").takes(POOLED), OwnTrafficAdvice.class);
        }
        // Cleans up what the application left open when it gives a connection back.
        jedis.type(JEDIS + "BinaryJedis")
                .on(method("resetState").takes(), OwnTrafficAdvice.class)
                .onIfPresent(method("initializeFromClientConfig"), OwnTrafficAdvice.class)
                .onIfPresent(method("initializeFromURI"), OwnTrafficAdvice.class)
                .onIfPresent(method("initializeClientFromURI"), OwnTrafficAdvice.class);
        jedis.type(JEDIS + "Jedis").onIfPresent(method("resetState").takes(), OwnTrafficAdvice.class);
    }

    /** Where one call of the application may become several attempts, or fail before any command is sent. */
    private static void calls(Description jedis) {
        for (String executor : new String[] {
            "executors.DefaultCommandExecutor",
            "executors.RetryableCommandExecutor",
            "executors.CircuitBreakerCommandExecutor",
            "mcf.CircuitBreakerCommandExecutor",
            "mcf.MultiDbCommandExecutor"
        }) {
            jedis.type(JEDIS + executor).on(method("executeCommand").takes(COMMAND_OBJECT), CallAdvice.class);
        }
        jedis.type(JEDIS + "executors.ClusterCommandExecutor")
                // 8.0 executes several commands for one call to keys of several slots.
                .onFirst(
                        hook(method("doExecuteCommand"), CallAdvice.class),
                        hook(method("executeCommand").takes(COMMAND_OBJECT), CallAdvice.class));
        TypeTarget command = jedis.type(JEDIS + "JedisClusterCommand");
        command.on(method("run"), UnnamedCallAdvice.class)
                .on(method("runBinary"), UnnamedCallAdvice.class)
                .on(method("runWithAnyNode"), UnnamedCallAdvice.class);
    }

    /** Topology, sentinels, health checks and re-authentication: traffic that the application never asked for. */
    private static void ownTraffic(Description jedis) {
        own(jedis, "JedisClusterInfoCache", "discoverClusterNodesAndSlots", "renewClusterSlots");
        own(jedis, "JedisClusterConnectionHandler", "initializeSlotsCache");
        own(jedis, "JedisSlotBasedConnectionHandler", "getConnection");
        own(jedis, "providers.ClusterConnectionProvider", "initializeSlotsCache", "getConnection");
        own(jedis, "providers.ShardedConnectionProvider", "getConnection");
        own(jedis, "ShardedJedisPool$ShardedJedisFactory", "validateObject", "destroyObject");
        own(jedis, "JedisSentinelPool", "initSentinels");
        own(jedis, "JedisSentinelPool$MasterListener", "run");
        own(jedis, "providers.SentineledConnectionProvider", "initSentinels");
        own(jedis, "providers.SentineledConnectionProvider$SentinelListener", "run");
        own(jedis, "providers.MultiClusterPooledConnectionProvider", "validateTargetConnection");
        own(jedis, "mcf.CircuitBreakerFailoverConnectionProvider", "handleGetConnection");
        own(jedis, "mcf.MultiDbConnectionSupplier", "handleGetConnection");
        own(jedis, "mcf.MultiDbConnectionProvider", "validateTargetConnection");
        own(jedis, "mcf.HealthCheckImpl", "doHealthCheck");
        own(jedis, "JedisSafeAuthenticator", "safeReAuthenticate");
    }

    private static void own(Description jedis, String type, String... methods) {
        TypeTarget target = jedis.type(JEDIS + type);
        for (String name : methods) {
            target.onIfPresent(method(name), OwnTrafficAdvice.class);
        }
    }
}
