package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A server that goes while commands wait for it, and comes back; run in the class loader of one release. */
public final class VertxRedisTroubles implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int WAITING = 10;

    private int answered;
    private int failed;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        Vertx vertx = Vertx.vertx();
        String address = "redis://" + settings.get("host") + ":" + settings.get("port");
        try {
            RedisConnection connection =
                    await(Redis.createClient(vertx, address).connect());
            count(connection.send(Request.cmd(Command.EXISTS).arg("key")));
            checkpoint.accept("pause");
            List<Future<?>> waiting = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                waiting.add(connection.send(Request.cmd(Command.EXISTS).arg("key")));
            }
            checkpoint.accept("kill");
            waiting.forEach(this::count);
            checkpoint.accept("restart");
            RedisConnection again = await(Redis.createClient(vertx, address).connect());
            count(again.send(Request.cmd(Command.EXISTS).arg("key")));
            checkpoint.accept("recovered");
        } finally {
            await(vertx.close());
        }
        return List.of("answered " + answered, "failed " + failed);
    }

    private void count(Future<?> future) {
        try {
            await(future);
            answered++;
        } catch (CompletionException broken) {
            failed++;
        }
    }

    private static <T> T await(Future<T> future) {
        CompletableFuture<T> result = future.toCompletionStage().toCompletableFuture();
        return result.join();
    }
}
