package io.autobot.agent.instrumentation.example;

import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisDomain;

/** A helper of advice. */
final class Greetings {
    private Greetings() {}

    static void count() {
        RedisDomain.get()
                .metrics()
                .database("main")
                .operation(RedisCommands.PING)
                .success(1_000);
    }
}
