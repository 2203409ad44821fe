package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.spi.StateMap;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.DefaultEndpoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The connection behind each endpoint of Lettuce, in a field of the endpoint. */
final class LettuceChannels {
    private static final VarHandle CHANNEL_OF =
            LettuceFields.CHANNEL.find(MethodHandles.lookup(), DefaultEndpoint.class);

    /** Instead of the field, where Lettuce was loaded before the agent. */
    private static final StateMap<DefaultEndpoint, RedisChannel> LATE = new StateMap<>();

    private static final StateMap<Object, RedisChannel> BEHIND = new StateMap<>();
    private static final StateMap<RedisChannel, Boolean> OF_CLUSTERS = new StateMap<>();

    /** What stands for connections to a master and its replicas that were not found, by who finds and who writes. */
    private static final StateMap<Object, RedisChannel> OF_REPLICAS = new StateMap<>();

    private static volatile RedisChannel unrouted;

    private LettuceChannels() {}

    /** An endpoint was constructed; by whom is seen on the stack, and only now. */
    static void create(DefaultEndpoint endpoint) {
        RedisChannel channel = RedisChannel.opening(RedisDomain.get(), OwnConnections.isBeingOpened());
        set(endpoint, channel);
        if (endpoint.getClass().getName().equals("io.lettuce.core.cluster.ClusterNodeEndpoint")) {
            OF_CLUSTERS.put(channel, Boolean.TRUE);
        }
    }

    static RedisChannel of(DefaultEndpoint endpoint) {
        RedisChannel known = CHANNEL_OF != null ? (RedisChannel) CHANNEL_OF.getAcquire(endpoint) : LATE.get(endpoint);
        return known != null ? known : openBefore(endpoint);
    }

    /** Whether it leads to a node of a cluster. */
    static boolean isOfCluster(RedisChannel channel) {
        return OF_CLUSTERS.get(channel) != null;
    }

    /** Stands for the connection of a command that found none. */
    static RedisChannel unrouted() {
        RedisChannel known = unrouted;
        if (known == null) {
            known = RedisChannel.unrouted(RedisDomain.get());
            unrouted = known;
        }
        return known;
    }

    /** As {@link #unrouted()}, for what writes to a master and its replicas. */
    static RedisChannel unrouted(Object writer) {
        RedisChannel known = OF_REPLICAS.get(writer);
        return known != null ? known : unrouted();
    }

    /** Connections to a master and its replicas will be opened as this URI says. */
    static void replicas(Object connections, RedisURI uri) {
        if (uri != null) {
            RedisChannel channel = RedisChannel.unrouted(RedisDomain.get());
            channel.intends(LettuceServers.named(uri), uri.getDatabase());
            OF_REPLICAS.put(connections, channel);
        }
    }

    /** This writes to them. */
    static void writes(Object writer, Object connections) {
        RedisChannel known = OF_REPLICAS.get(connections);
        if (known != null) {
            OF_REPLICAS.put(writer, known);
        }
    }

    /** Remembers what the application's connection stands before. */
    static void facade(Object facade, DefaultEndpoint endpoint) {
        if (facade != null) {
            BEHIND.put(facade, of(endpoint));
        }
    }

    /** {@code null} if it was not seen being opened. */
    static RedisChannel behind(Object facade) {
        return BEHIND.get(facade);
    }

    private static synchronized RedisChannel openBefore(DefaultEndpoint endpoint) {
        RedisChannel channel = RedisChannel.alreadyOpen(RedisDomain.get());
        set(endpoint, channel);
        return channel;
    }

    private static void set(DefaultEndpoint endpoint, RedisChannel channel) {
        if (CHANNEL_OF != null) {
            CHANNEL_OF.setRelease(endpoint, (Object) channel);
        } else {
            LATE.put(endpoint, channel);
        }
    }
}
