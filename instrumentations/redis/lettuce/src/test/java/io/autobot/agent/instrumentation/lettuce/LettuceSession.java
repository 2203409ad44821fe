package io.autobot.agent.instrumentation.lettuce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.support.ConnectionPoolSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** A little of everything that all releases of Lettuce have, run in the class loader of one release. */
public final class LettuceSession implements BiConsumer<String, Integer> {
    /** Runs the session with this release against this server. */
    @SuppressWarnings("unchecked")
    static void run(String release, RedisProcess server) throws Exception {
        try (LibraryLoader lettuce = LibraryLoader.of(
                LettuceReleases.files(release), name -> name.startsWith("org.assertj."), LettuceSession.class)) {
            BiConsumer<String, Integer> session =
                    (BiConsumer<String, Integer>) lettuce.loadClass(LettuceSession.class.getName())
                            .getConstructor()
                            .newInstance();
            lettuce.within(() -> {
                session.accept(server.host(), server.port());
                return null;
            });
        }
    }

    @Override
    public void accept(String host, Integer port) {
        RedisURI uri = RedisURI.create(host, port);
        uri.setDatabase(1);
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            commands(connection.sync());
            batch(connection);
            transaction(connection.sync());
            connection.reactive().get("key").block(Duration.ofSeconds(10));
            pooled(client);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private static void commands(RedisCommands<String, String> redis) {
        redis.set("key", "value");
        assertThat(redis.get("key")).isEqualTo("value");
        assertThat(redis.get("absent")).isNull();
        assertThatThrownBy(() -> redis.hget("key", "field")).isInstanceOf(RedisCommandExecutionException.class);
        redis.configGet("maxmemory");
        redis.select(2);
        redis.set("elsewhere", "value");
        redis.select(1);
    }

    private static void batch(StatefulRedisConnection<String, String> connection) {
        connection.setAutoFlushCommands(false);
        RedisAsyncCommands<String, String> redis = connection.async();
        List<RedisFuture<Long>> replies = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            replies.add(redis.incr("counter"));
        }
        connection.flushCommands();
        connection.setAutoFlushCommands(true);
        replies.forEach(reply -> reply.toCompletableFuture().join());
        assertThat(connection.sync().get("counter")).isEqualTo("100");
    }

    private static void transaction(RedisCommands<String, String> redis) {
        redis.multi();
        redis.get("absent");
        redis.incr("counter");
        redis.exec();
        redis.multi();
        redis.incr("counter");
        redis.discard();
    }

    private static void pooled(RedisClient client) {
        try (GenericObjectPool<StatefulRedisConnection<String, String>> pool =
                        ConnectionPoolSupport.createGenericObjectPool(
                                () -> client.connect(), new GenericObjectPoolConfig<>());
                StatefulRedisConnection<String, String> connection = pool.borrowObject()) {
            connection.sync().append("key", "!");
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
