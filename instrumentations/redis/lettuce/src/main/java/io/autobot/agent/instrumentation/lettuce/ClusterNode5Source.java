package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisServerSource;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.function.BiFunction;

/** Lettuce 5: URIs can only be copied piece by piece. */
final class ClusterNode5Source extends ClusterNodeSource {
    private ClusterNode5Source(RedisClusterClient client, RedisURI uri, RedisChannel original) {
        super(client, uri, original);
    }

    /** Makes a source for each connection of this client. */
    static BiFunction<RedisURI, RedisChannel, RedisServerSource> of(RedisClusterClient client) {
        return (uri, original) -> new ClusterNode5Source(client, uri, original);
    }

    @Override
    RedisURI at(RedisURI cluster, String host, int port) {
        RedisURI copy = RedisURI.create(host, port);
        if (cluster.getPassword() != null) {
            copy.setPassword(new String(cluster.getPassword()));
        }
        copy.setSsl(cluster.isSsl());
        copy.setStartTls(cluster.isStartTls());
        copy.setVerifyPeer(cluster.isVerifyPeer());
        copy.setTimeout(cluster.getTimeout());
        return copy;
    }
}
