package com.example.shop;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;

/** Orders wait in a list until somebody packs them; what was packed is announced. */
final class Orders {
    static final String CHANNEL = "news";
    private static final String QUEUE = "orders";
    private static final int WAIT_SECONDS = 1;

    private final RedisClient redis;
    private final Fulfilment fulfilment;

    Orders(RedisClient redis) {
        this.redis = redis;
        fulfilment = new Fulfilment(redis);
    }

    void place(String visitor, int article) {
        redis.lpush(QUEUE, visitor + ":" + article);
    }

    /** Waits a moment for an order. */
    void packNext() {
        List<String> order = redis.brpop(WAIT_SECONDS, QUEUE);
        if (order != null) {
            fulfilment.handle(order.get(1));
        }
    }

    /** Hears what was packed. */
    static final class Listener extends JedisPubSub {
        private final LongAdder heard = new LongAdder();

        @Override
        public void onMessage(String channel, String message) {
            heard.increment();
        }
    }
}
