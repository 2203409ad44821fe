package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A cluster that goes while its client is connected; run in the class loader of one release. */
public final class VertxRedisLostCluster implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int REQUESTS = 20;

    private final List<CompletableFuture<?>> requests = new ArrayList<>();
    private int answered;
    private int failed;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        Vertx vertx = Vertx.vertx();
        try {
            Redis redis = Redis.createClient(vertx, options("redis://" + settings.get("node")));
            RedisConnection connection = await(redis.connect());
            count(() -> connection.send(get()));
            count(() -> redis.send(get()));
            requests.forEach(this::await);
            requests.clear();
            checkpoint.accept("kill");
            for (int i = 0; i < REQUESTS; i++) {
                count(() -> connection.send(get()));
                count(() -> connection.batch(List.of(get())));
                count(() -> redis.send(get()));
                count(() -> redis.batch(List.of(get())));
            }
            requests.forEach(this::await);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            await(vertx.close());
        }
        return List.of("answered " + answered, "failed " + failed);
    }

    private static RedisOptions options(String node) throws ReflectiveOperationException {
        RedisOptions options =
                new RedisOptions().setType(RedisClientType.CLUSTER).addConnectionString(node);
        for (java.lang.reflect.Method method : RedisOptions.class.getMethods()) {
            if (method.getName().equals("setTopologyCacheTTL")) {
                // So that it is looked up again at once.
                method.invoke(options, 1L);
            }
        }
        return options;
    }

    private static Request get() {
        return Request.cmd(Command.GET).arg("key");
    }

    private void count(Supplier<Future<?>> request) {
        try {
            // The oldest release never completes what is sent on a closed connection.
            requests.add(request.get().toCompletionStage().toCompletableFuture().orTimeout(3, TimeUnit.SECONDS));
        } catch (IllegalStateException closed) {
            failed++;
        }
    }

    private void await(CompletableFuture<?> request) {
        try {
            request.join();
            answered++;
        } catch (CompletionException broken) {
            failed++;
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
