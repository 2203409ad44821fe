package program;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Vert.x' client on one server and on a cluster, through a slot that migrates and moves. */
public final class ClientProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int KEYS = 100;

    private final Counts counts = new Counts();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        for (int i = 0; i < 5; i++) {
            Vertx brief = Vertx.vertx();
            await(Redis.createClient(brief, "redis://" + settings.get("server")).connect());
            await(brief.close());
        }
        Vertx vertx = Vertx.vertx();
        Redis single = Redis.createClient(
                vertx,
                new RedisOptions().setMaxPoolSize(3).setConnectionString("redis://" + settings.get("server")));
        workload(request -> single.send(request));
        List<Response> replies =
                await(single.batch(List.of(request(Command.GET, "key1"), request(Command.GET, "missing"))));
        replies.forEach(reply -> counts.found("get", reply));
        try {
            await(single.send(request(Command.HGET, "key1", "field")));
        } catch (CompletionException wrongType) {
            counts.failed("hget");
        }
        checkpoint.accept("held");

        RedisConnection cluster = await(Redis.createClient(
                        vertx,
                        new RedisOptions()
                                .setType(RedisClientType.CLUSTER)
                                .addConnectionString("redis://" + settings.get("node")))
                .connect());
        workload(request -> cluster.send(request));
        String travels = settings.get("travels");
        checkpoint.accept("migrate");
        try {
            counts.found("get", await(cluster.send(request(Command.GET, travels))));
        } catch (CompletionException moved) {
            // Up to 4.4 the client asks the new server without ASKING, and is sent back.
            counts.failed("get");
        }
        counts.add("redirected get", 1);
        checkpoint.accept("move");
        try {
            await(cluster.batch(List.of(request(Command.SET, travels, "lost"), request(Command.GET, travels))));
        } catch (CompletionException moved) {
            // A batch is not sent on.
            counts.failed("set");
            counts.failed("get");
        }
        try {
            await(cluster.send(request(Command.SET, travels, "there")));
            counts.succeeded("set");
            counts.add("redirected set", 1);
        } catch (CompletionException moved) {
            // Up to 4.4 the client leaves that to the application.
            counts.failed("set");
        }
        checkpoint.accept("end");
        await(vertx.close());
        return counts.lines();
    }

    private void workload(Function<Request, Future<Response>> redis) {
        for (int i = 0; i < KEYS; i++) {
            await(redis.apply(request(Command.SET, "key" + i, "value")));
            counts.succeeded("set");
            counts.found("get", await(redis.apply(request(Command.GET, "key" + i))));
            counts.found("get", await(redis.apply(request(Command.GET, "missing" + i))));
        }
    }

    private static Request request(Command command, String... arguments) {
        Request request = Request.cmd(command);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return request;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
