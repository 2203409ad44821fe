package com.example.shop;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;

/** Once a second, many small questions in one round trip. */
final class Statistics implements Runnable {
    private static final int ASKED = 40;

    private final RedisClient redis;
    private int next;

    Statistics(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public void run() {
        Shop.guarded(this::report);
    }

    private void report() {
        List<Response<Long>> times = new ArrayList<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (int i = 0; i < ASKED; i++) {
                times.add(pipeline.ttl("article:" + (next + i) % Catalogue.ARTICLES));
            }
            pipeline.sync();
        }
        next += ASKED;
        long cached = times.stream().filter(time -> time.get() > 0).count();
        redis.set("cached-share", Long.toString(100 * cached / ASKED));
    }
}
