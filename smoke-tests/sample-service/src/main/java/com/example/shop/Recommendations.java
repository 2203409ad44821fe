package com.example.shop;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What else visitors looked at, in a third database, through Lettuce: one shared connection, many commands at once. */
final class Recommendations {
    private static final int DATABASE = 2;
    private static final int SHOWN = 3;

    private final StatefulRedisConnection<String, String> redis;

    Recommendations(String host, int port) {
        RedisURI uri = RedisURI.Builder.redis(host, port)
                .withDatabase(DATABASE)
                .withTimeout(Duration.ofSeconds(2))
                .build();
        redis = RedisClient.create(uri).connect();
    }

    /** Remembers that these articles were looked at together. */
    void lookedAt(List<String> articles) {
        RedisAsyncCommands<String, String> commands = redis.async();
        List<RedisFuture<?>> replies = new ArrayList<>();
        for (String article : articles) {
            for (String other : articles) {
                if (!other.equals(article)) {
                    replies.add(commands.zincrby("with:" + article, 1, other));
                }
            }
        }
        replies.forEach(reply -> reply.toCompletableFuture().join());
    }

    /** What the editors chose, else what was looked at most. */
    List<String> beside(String article) {
        String chosen = redis.sync().get("chosen:" + article);
        if (chosen != null) {
            return List.of(chosen);
        }
        return redis.reactive()
                .zrevrange("with:" + article, 0, SHOWN - 1)
                .collectList()
                .block(Duration.ofSeconds(2));
    }
}
