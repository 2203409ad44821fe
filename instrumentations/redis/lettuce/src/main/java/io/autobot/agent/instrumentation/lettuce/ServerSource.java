package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import java.lang.ref.WeakReference;

/**
 * Asks through a connection of our own, opened by the application's client as it opens its own. Never over one of the
 * application's: in a transaction or behind a blocking command the question would change or wait for what is its.
 */
class ServerSource implements RedisServerSource {
    private final WeakReference<RedisClient> client;
    private final RedisURI uri;
    private final RedisChannel original;

    ServerSource(RedisClient client, RedisURI uri, RedisChannel original) {
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
        RedisClient living = client.get();
        return living == null ? "" : ask(living, uri);
    }

    static String ask(RedisClient client, RedisURI uri) {
        try (StatefulRedisConnection<String, String> own = client.connect(StringCodec.UTF8, uri)) {
            return own.sync().info();
        }
    }
}
