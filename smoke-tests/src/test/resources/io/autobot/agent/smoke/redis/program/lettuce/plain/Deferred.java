package program;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands whose replies come later: the asynchronous and the reactive API, and batches. */
final class Deferred {
    private static final int BATCH = 10_000;

    private final Clients clients;
    private final Ledger ledger;
    private final List<RedisFuture<?>> replies = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();

    Deferred(Clients clients, Ledger ledger) {
        this.clients = clients;
        this.ledger = ledger;
    }

    void run() throws Exception {
        try (StatefulRedisConnection<String, String> connection = clients.open()) {
            ledger.call(0, "set", () -> connection.sync().set("deferred:text", "not a number"));
            asynchronous(connection.async());
            several(connection);
            batch(connection);
            reactive(connection.reactive());
        }
    }

    private void asynchronous(RedisAsyncCommands<String, String> redis) {
        for (int i = 0; i < 100; i++) {
            asked("set", redis.set("deferred:a" + i, "v"));
            asked("get", redis.get("deferred:a" + i));
            asked("get", redis.get("deferred:missing"));
            asked("incr", redis.incr("deferred:text"));
            asked("lpop", redis.lpop("deferred:missing"));
        }
        RedisFuture<?>[] all = replies.toArray(new RedisFuture<?>[0]);
        try {
            LettuceFutures.awaitAll(10, TimeUnit.SECONDS, all);
        } catch (RuntimeException oneOfTheErrorReplies) {
            // Each is looked at below.
        }
        answered();
    }

    /** Handed over in one call. */
    private void several(StatefulRedisConnection<String, String> connection) {
        List<RedisCommand<String, String, ?>> commands = new ArrayList<>();
        List<AsyncCommand<String, String, Long>> replies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            AsyncCommand<String, String, Long> command = new AsyncCommand<>(new Command<>(
                    CommandType.STRLEN,
                    new IntegerOutput<>(StringCodec.UTF8),
                    new CommandArgs<>(StringCodec.UTF8).addKey("deferred:text")));
            commands.add(command);
            replies.add(command);
        }
        connection.dispatch(commands);
        replies.forEach(reply -> ledger.call(0, "strlen", reply::get));
    }

    private void batch(StatefulRedisConnection<String, String> connection) {
        RedisAsyncCommands<String, String> redis = connection.async();
        connection.setAutoFlushCommands(false);
        for (int i = 0; i < BATCH; i++) {
            switch (i % 5) {
                case 0:
                    asked("set", redis.set("deferred:p" + i, "v"));
                    break;
                case 1:
                    asked("get", redis.get("deferred:p" + (i - 1)));
                    break;
                case 2:
                    asked("get", redis.get("deferred:missing"));
                    break;
                case 3:
                    asked("incr", redis.incr("deferred:text"));
                    break;
                default:
                    asked("hset", redis.hset("deferred:ph", "f" + i, "v"));
            }
        }
        connection.flushCommands();
        connection.setAutoFlushCommands(true);
        answered();
    }

    private void asked(String operation, RedisFuture<?> reply) {
        operations.add(operation);
        replies.add(reply);
    }

    private void answered() {
        for (int i = 0; i < replies.size(); i++) {
            RedisFuture<?> reply = replies.get(i);
            ledger.call(0, operations.get(i), reply::get);
        }
        replies.clear();
        operations.clear();
    }

    private void reactive(RedisReactiveCommands<String, String> redis) {
        ledger.call(0, "set", () -> redis.set("deferred:r", "v").block());
        ledger.call(0, "get", () -> redis.get("deferred:r").block());
        ledger.call(0, "get", () -> redis.get("deferred:missing").block());
        ledger.call(0, "incr", () -> redis.incr("deferred:text").block());
        ledger.call(0, "sadd", () -> redis.sadd("deferred:t", "a", "b", "c").block());
        ledger.call(0, "smembers", () -> redis.smembers("deferred:t").collectList().block());
        ledger.call(0, "mget", () -> redis.mget("deferred:r", "deferred:missing").collectList().block());
        // Nobody subscribed: nothing was sent.
        redis.append("deferred:r", "lost");
    }
}
