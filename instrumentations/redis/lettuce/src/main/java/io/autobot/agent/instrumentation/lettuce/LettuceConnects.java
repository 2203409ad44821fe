package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import io.autobot.agent.redis.RedisThread;
import io.autobot.agent.spi.StateMap;
import io.lettuce.core.ConnectionFuture;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.DefaultEndpoint;
import java.util.function.BiFunction;

/**
 * Connections being opened. The arguments of the hooked methods differ from version to version; endpoint and URI are
 * told by their types.
 */
final class LettuceConnects {
    /** Kept beside the endpoint, and gone with it; the sampler holds them weakly. */
    private static final StateMap<DefaultEndpoint, RedisServerSource> SOURCES = new StateMap<>();

    private LettuceConnects() {}

    static void connecting(RedisClient client, Object[] arguments) {
        DefaultEndpoint endpoint = endpoint(arguments);
        RedisURI uri = uri(arguments);
        if (endpoint != null && uri != null) {
            RedisChannel channel = LettuceChannels.of(endpoint);
            channel.intends(LettuceServers.named(uri), uri.getDatabase());
            ask(endpoint, channel, new ClientSource(client, uri, channel));
        }
    }

    /** The URI is the cluster's first, and says nothing of the node. */
    static void connectingToNode(Object[] arguments, BiFunction<RedisURI, RedisChannel, RedisServerSource> sources) {
        DefaultEndpoint endpoint = endpoint(arguments);
        RedisURI uri = uri(arguments);
        if (endpoint != null && uri != null) {
            RedisChannel channel = LettuceChannels.of(endpoint);
            channel.intends(RedisServer.UNKNOWN, 0);
            ask(endpoint, channel, sources.apply(uri, channel));
        }
    }

    /** The connection is under way; whether it comes in time is known later. */
    static void started(Object[] arguments, ConnectionFuture<?> future) {
        DefaultEndpoint endpoint = endpoint(arguments);
        if (endpoint != null && future != null) {
            future.whenComplete(new ConnectTimeouts(LettuceChannels.of(endpoint)));
        }
    }

    private static void ask(DefaultEndpoint endpoint, RedisChannel channel, RedisServerSource source) {
        if (!channel.ignored() && !RedisThread.current().sampling()) {
            SOURCES.put(endpoint, source);
            RedisDomain.get().askThrough(source);
        }
    }

    private static DefaultEndpoint endpoint(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof DefaultEndpoint endpoint) {
                return endpoint;
            }
        }
        return null;
    }

    private static RedisURI uri(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof RedisURI uri) {
                return uri;
            }
        }
        return null;
    }
}
