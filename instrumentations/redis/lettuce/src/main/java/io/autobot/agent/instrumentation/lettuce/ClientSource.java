package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import java.lang.ref.WeakReference;

/** Asks as the application's client does: same address, credentials and options. */
final class ClientSource extends ServerSource {
    private final WeakReference<RedisClient> client;
    private final RedisURI uri;

    ClientSource(RedisClient client, RedisURI uri, RedisChannel original) {
        super(original);
        this.client = new WeakReference<>(client);
        this.uri = uri;
    }

    @Override
    StatefulRedisConnection<String, String> open() {
        RedisClient living = client.get();
        return living == null ? null : living.connect(StringCodec.UTF8, uri);
    }
}
