package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.StringCodec;
import java.lang.ref.WeakReference;
import java.time.Duration;

/**
 * Asks a node of a cluster. The cluster's client opens connections to nodes for itself alone, so a plain client stands
 * in, with its credentials, options and resources.
 */
abstract class ClusterNodeSource extends ServerSource {
    private final WeakReference<RedisClusterClient> client;
    private final RedisURI cluster;
    private RedisClient standIn;

    ClusterNodeSource(RedisClusterClient client, RedisURI cluster, RedisChannel original) {
        super(original);
        this.client = new WeakReference<>(client);
        this.cluster = cluster;
    }

    @Override
    StatefulRedisConnection<String, String> open() {
        RedisClusterClient living = client.get();
        if (living == null) {
            return null;
        }
        RedisURI node = at(cluster, original().host(), original().port());
        standIn = RedisClient.create(living.getResources(), node);
        try {
            standIn.setOptions(living.getOptions());
            return standIn.connect(StringCodec.UTF8, node);
        } catch (RuntimeException unreachable) {
            closed();
            throw unreachable;
        }
    }

    @Override
    void closed() {
        standIn.shutdown(Duration.ZERO, Duration.ZERO);
    }

    /** The same credentials and encryption for another host. */
    abstract RedisURI at(RedisURI cluster, String host, int port);
}
