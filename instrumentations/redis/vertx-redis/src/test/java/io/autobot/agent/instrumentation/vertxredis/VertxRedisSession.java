package io.autobot.agent.instrumentation.vertxredis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A little of everything that all releases have, run in the class loader of one release. */
public final class VertxRedisSession implements BiConsumer<String, Integer> {
    /** Runs the session with this release against this server. */
    @SuppressWarnings("unchecked")
    static void run(String release, RedisProcess server) {
        try (LibraryLoader vertx = LibraryLoader.of(
                VertxRedisReleases.files(release), name -> name.startsWith("org.assertj."), VertxRedisSession.class)) {
            vertx.within(() -> {
                ((BiConsumer<String, Integer>) vertx.loadClass(VertxRedisSession.class.getName())
                                .getConstructor()
                                .newInstance())
                        .accept(server.host(), server.port());
                return null;
            });
        }
    }

    @Override
    public void accept(String host, Integer port) {
        Vertx vertx = Vertx.vertx();
        try {
            String address = "redis://" + host + ":" + port;
            pooled(Redis.createClient(vertx, address));
            connected(await(Redis.createClient(vertx, address + "/2").connect()));
            subscribed(
                    await(Redis.createClient(vertx, address).connect()),
                    await(Redis.createClient(vertx, address).connect()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            await(vertx.close());
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static Request request(Command command, String... arguments) {
        Request request = Request.cmd(command);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return request;
    }

    private static void pooled(Redis redis) {
        await(redis.send(request(Command.SET, "key", "value")));
        assertThat(await(redis.send(request(Command.GET, "key"))).toString()).isEqualTo("value");
        assertThat(await(redis.send(request(Command.GET, "absent")))).isNull();
        assertThatThrownBy(() -> await(redis.send(request(Command.HGET, "key", "field"))))
                .hasMessageContaining("WRONGTYPE");
        await(redis.send(request(Command.CONFIG, "GET", "maxmemory")));
        List<Response> replies = await(redis.batch(List.of(
                request(Command.INCR, "counter"), request(Command.GET, "absent"), request(Command.INCR, "counter"))));
        assertThat(replies).hasSize(3);
        assertThatThrownBy(() -> await(
                        redis.batch(List.of(request(Command.INCR, "counter"), request(Command.HGET, "key", "field")))))
                .hasMessageContaining("WRONGTYPE");
        await(redis.send(request(Command.EVAL, "return 1", "0")));
    }

    /** In database 2. */
    private static void connected(RedisConnection connection) {
        await(connection.send(request(Command.MULTI)));
        await(connection.send(request(Command.GET, "absent")));
        await(connection.send(request(Command.INCR, "counter")));
        await(connection.send(request(Command.EXEC)));
        assertThat(await(connection.send(request(Command.BLPOP, "queue", "1")))).isNull();
        await(connection.send(request(Command.SELECT, "3")));
        await(connection.send(request(Command.SET, "key", "value")));
    }

    private static void subscribed(RedisConnection subscriber, RedisConnection publisher) throws InterruptedException {
        CountDownLatch confirmed = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(2);
        subscriber.handler(message -> {
            if ("subscribe".equals(message.get(0).toString())) {
                confirmed.countDown();
            } else {
                arrived.countDown();
            }
        });
        subscriber.send(request(Command.SUBSCRIBE, "topic"));
        assertThat(confirmed.await(10, TimeUnit.SECONDS)).isTrue();
        await(publisher.send(request(Command.PUBLISH, "topic", "one")));
        await(publisher.send(request(Command.PUBLISH, "topic", "two")));
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
