package com.example.shop;

import redis.clients.jedis.RedisClient;

/** What becomes of an order: a flow as people write them, without any engine. */
final class Fulfilment {
    private static final int KEPT = 100;
    private static final int DEAR = 100;

    private final RedisClient redis;

    Fulfilment(RedisClient redis) {
        this.redis = redis;
    }

    /** @return {@code shipped} or {@code cancelled} */
    String handle(String order) {
        int article = check(order);
        if (article >= DEAR && !approve(article)) {
            return "cancelled";
        }
        pack(order);
        announce(order);
        return "shipped";
    }

    int check(String order) {
        return Integer.parseInt(order.substring(order.indexOf(':') + 1));
    }

    /** Somebody has to look at what is dear. */
    boolean approve(int article) {
        return article % 3 != 0;
    }

    void pack(String order) {
        redis.lpush("packed", order);
        redis.ltrim("packed", 0, KEPT - 1);
    }

    void announce(String order) {
        redis.publish(Orders.CHANNEL, order);
    }
}
