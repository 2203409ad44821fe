package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisConnection;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;

/** Jedis 4 and later: a connection of our own, configured as the application's, credentials included. */
final class ConfiguredServerSource extends DirectServerSource {
    private final JedisClientConfig config;

    ConfiguredServerSource(JedisSocketFactory factory, JedisClientConfig config, RedisConnection original) {
        super(factory, original);
        this.config = config;
    }

    @Override
    Connection open(JedisSocketFactory factory) {
        return new Connection(factory, config);
    }
}
