package com.example.shop;

import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Transaction;

/** Who is in the shop. In a database of its own, through the older API with a pool. */
final class Sessions {
    private static final int SECONDS = 60;

    private final JedisPool pool;

    Sessions(JedisPool pool) {
        this.pool = pool;
    }

    /** The session's values; empty for a visitor who is new. */
    Map<String, String> open(String visitor) {
        String key = "session:" + visitor;
        try (Jedis redis = pool.getResource()) {
            Map<String, String> session = redis.hgetAll(key);
            if (session.isEmpty()) {
                Transaction transaction = redis.multi();
                transaction.hset(key, Map.of("visitor", visitor, "seen", "1"));
                transaction.expire(key, SECONDS);
                transaction.exec();
            } else {
                redis.hincrBy(key, "seen", 1);
            }
            return session;
        }
    }
}
