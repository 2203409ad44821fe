package io.autobot.agent.benchmarks.program;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.ExecutionException;

/** GETs over one connection of Lettuce as fast as they go, always so many of them under way. */
public final class LettuceLoop {
    private static final int WINDOW = 256;

    private static long found;

    private LettuceLoop() {}

    /** @param arguments host, port, and {@code async} (each written at once) or {@code batch} (written together) */
    public static void main(String[] arguments) {
        StatefulRedisConnection<String, String> connection = RedisClient.create(
                        "redis://" + arguments[0] + ":" + arguments[1])
                .connect();
        connection.sync().set("key", "a value of thirty-two characters");
        boolean batch = arguments[2].equals("batch");
        connection.setAutoFlushCommands(!batch);
        RedisFuture<?>[] window = new RedisFuture<?>[WINDOW];
        Rounds.measure(WINDOW, () -> window(connection, batch, window));
        if (found == 0) {
            throw new IllegalStateException("no GET found anything");
        }
        // Agents that export before they end may take long.
        Runtime.getRuntime().halt(0);
    }

    private static void window(
            StatefulRedisConnection<String, String> connection, boolean batch, RedisFuture<?>[] window) {
        RedisAsyncCommands<String, String> commands = connection.async();
        for (int i = 0; i < WINDOW; i++) {
            window[i] = commands.get("key");
        }
        if (batch) {
            connection.flushCommands();
        }
        try {
            for (RedisFuture<?> reply : window) {
                found += reply.get() == null ? 0 : 1;
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
