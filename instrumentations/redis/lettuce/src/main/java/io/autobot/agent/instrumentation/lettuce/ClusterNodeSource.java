package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.lang.ref.WeakReference;
import java.time.Duration;

/**
 * Asks a node of a cluster. The cluster's client opens connections to nodes for itself alone, so a plain client stands
 * in, with its credentials, options and resources.
 */
abstract class ClusterNodeSource implements RedisServerSource {
    private final WeakReference<RedisClusterClient> client;
    private final RedisURI uri;
    private final RedisChannel original;

    ClusterNodeSource(RedisClusterClient client, RedisURI uri, RedisChannel original) {
        this.client = new WeakReference<>(client);
        this.uri = uri;
        this.original = original;
    }

    @Override
    public RedisServer server() {
        return original.inUse() && original.server().port() > 0 ? original.server() : null;
    }

    @Override
    public String info() {
        RedisClusterClient living = client.get();
        RedisServer node = original.server();
        if (living == null || node.port() == 0) {
            return "";
        }
        RedisURI there = at(uri, node.host(), node.port());
        RedisClient standIn = RedisClient.create(living.getResources(), there);
        try {
            standIn.setOptions(living.getOptions());
            return ServerSource.ask(standIn, there);
        } finally {
            standIn.shutdown(Duration.ZERO, Duration.ZERO);
        }
    }

    /** The same credentials and encryption for another host. */
    abstract RedisURI at(RedisURI cluster, String host, int port);
}
