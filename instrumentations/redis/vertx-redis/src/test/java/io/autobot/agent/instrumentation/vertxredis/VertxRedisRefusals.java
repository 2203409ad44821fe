package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Requests for which there is no connection, and a pool that is full; run in the class loader of one release. */
public final class VertxRedisRefusals implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> failures = new ArrayList<>();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        String address = "redis://" + settings.get("host") + ":" + settings.get("port");
        try {
            refused(settings.get("host"));
            neverAccepted(settings.get("host"));
            pooled(address, checkpoint);
            closed(address, checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            await(vertx.close());
        }
        return failures;
    }

    private void refused(String host) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            port = socket.getLocalPort();
        }
        Redis redis = Redis.createClient(vertx, "redis://" + host + ":" + port + "/4");
        fails("get", redis.send(Request.cmd(Command.GET).arg("key")));
        fails(
                "incr",
                redis.batch(List.of(
                        Request.cmd(Command.INCR).arg("one"),
                        Request.cmd(Command.INCR).arg("two"))));
    }

    /** A listener whose backlog is full answers nothing at all. */
    private void neverAccepted(String host) throws IOException {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            boolean open = true;
            while (open) {
                Socket socket = new Socket();
                filling.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 200);
                } catch (SocketTimeoutException isFull) {
                    open = false;
                }
            }
            Redis redis = Redis.createClient(
                    vertx,
                    new RedisOptions()
                            .setNetClientOptions(new NetClientOptions().setConnectTimeout(200))
                            .setConnectionString("redis://" + host + ":" + full.getLocalPort()));
            fails("hlen", redis.send(Request.cmd(Command.HLEN).arg("key")));
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    private void pooled(String address, Consumer<String> checkpoint) throws ReflectiveOperationException {
        Redis redis = Redis.createClient(
                vertx, new RedisOptions().setMaxPoolSize(2).setMaxPoolWaiting(1).setConnectionString(address + "/5"));
        RedisConnection one = await(redis.connect());
        RedisConnection two = await(redis.connect());
        await(one.send(Request.cmd(Command.EXISTS).arg("key")));
        await(two.send(Request.cmd(Command.EXISTS).arg("key")));
        checkpoint.accept("lent");
        Future<?> waits = redis.send(Request.cmd(Command.STRLEN).arg("key"));
        fails("strlen", redis.send(Request.cmd(Command.STRLEN).arg("key")));
        checkpoint.accept("waiting");
        close(one);
        await(waits);
        RedisConnection three = await(redis.connect());
        Future<RedisConnection> last = redis.connect();
        close(three);
        await(last);
        checkpoint.accept("lent again");
        close(await(last));
        close(two);
        checkpoint.accept("returned");
    }

    private void closed(String address, Consumer<String> checkpoint) throws InterruptedException {
        RedisConnection connection = await(Redis.createClient(vertx, address).connect());
        CountDownLatch ended = new CountDownLatch(1);
        connection.exceptionHandler(thrown -> ended.countDown());
        connection.endHandler(none -> ended.countDown());
        checkpoint.accept("cut");
        if (!ended.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still open");
        }
        try {
            fails(
                    "getrange",
                    connection.send(
                            Request.cmd(Command.GETRANGE).arg("key").arg(0).arg(1)));
        } catch (IllegalStateException thrownAtOnce) {
            // 4.3 to 4.5.0 do.
            failures.add("getrange");
        }
    }

    private void fails(String what, Future<?> future) {
        try {
            // The oldest release never completes what is sent on a closed connection.
            future.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(2, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException expected) {
            failures.add(what);
            return;
        }
        throw new AssertionError(what + " succeeded");
    }

    /** Its return type is not the same in all releases. */
    private static void close(RedisConnection connection) throws ReflectiveOperationException {
        RedisConnection.class.getMethod("close").invoke(connection);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
