package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisServerSource;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.function.BiFunction;

/** Lettuce 6.0 and later. */
final class ClusterNode6Source extends ClusterNodeSource {
    private ClusterNode6Source(RedisClusterClient client, RedisURI uri, RedisChannel original) {
        super(client, uri, original);
    }

    /** Makes a source for each connection of this client. */
    static BiFunction<RedisURI, RedisChannel, RedisServerSource> of(RedisClusterClient client) {
        return (uri, original) -> new ClusterNode6Source(client, uri, original);
    }

    @Override
    RedisURI at(RedisURI cluster, String host, int port) {
        return RedisURI.builder(cluster).withHost(host).withPort(port).build();
    }
}
