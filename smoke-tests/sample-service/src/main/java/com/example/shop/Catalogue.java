package com.example.shop;

import java.util.Locale;
import redis.clients.jedis.RedisClient;

/** Articles, looked up in Redis first and otherwise in the slow place they come from. */
final class Catalogue {
    static final int ARTICLES = 400;
    private static final int CACHED_SECONDS = 20;

    private final RedisClient redis;

    Catalogue(RedisClient redis) {
        this.redis = redis;
    }

    String article(int number) {
        String key = "article:" + number;
        String cached = redis.get(key);
        if (cached != null) {
            return cached;
        }
        String loaded = String.format(Locale.ROOT, "{\"number\":%d,\"name\":\"Article %d\"}", number, number);
        redis.setex(key, CACHED_SECONDS, loaded);
        redis.hset("stock", Integer.toString(number), Integer.toString(number % 50));
        return loaded;
    }

    /** Empty for an article that nobody has looked at yet. */
    String stock(int number) {
        String pieces = redis.hget("stock", Integer.toString(number));
        return pieces == null ? "" : pieces;
    }

    /** Counts on the hash of stocks as if it were a number, which Redis refuses. */
    void countVoucher() {
        redis.incr("stock");
    }
}
