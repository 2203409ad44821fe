package program;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisAdvancedClusterCommands;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A cluster client through a slot that migrates and moves, messages, and a node that is gone. */
public final class LettuceClusterProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int KEYS = 300;
    private static final int MESSAGES = 20;
    private static final int MASTERS = 3;

    private final Ledger ledger = new Ledger();
    private RedisURI uri;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        uri = RedisURI.create(settings.get("host"), Integer.parseInt(settings.get("port")));
        uri.setTimeout(Duration.ofSeconds(10));
        RedisClusterClient client = open(5);
        RedisClusterClient impatient = open(0);
        RedisClusterClient late = open(5);
        try (StatefulRedisClusterConnection<String, String> connection = client.connect();
                StatefulRedisClusterConnection<String, String> following = impatient.connect();
                StatefulRedisClusterConnection<String, String> unused = late.connect()) {
            workload(connection.sync());
            asynchronous(connection.async());
            severalSlots(connection.sync());
            messages(client, connection.sync());
            checkpoint.accept("figures");
            redirected(connection.sync(), following.sync(), settings.get("travels"), checkpoint);
            gone(connection, unused, settings.get("lost"), checkpoint);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            for (RedisClusterClient each : List.of(client, impatient, late)) {
                each.shutdown(Duration.ZERO, Duration.ofSeconds(5));
            }
        }
        return ledger.lines();
    }

    private RedisClusterClient open(int redirects) {
        RedisClusterClient client = RedisClusterClient.create(uri);
        client.setOptions(ClusterClientOptions.builder().maxRedirects(redirects).build());
        return client;
    }

    private void workload(RedisAdvancedClusterCommands<String, String> redis) {
        for (int i = 0; i < KEYS; i++) {
            String key = "key" + i;
            ledger.call(0, "set", () -> redis.set(key, "v"));
            ledger.call(0, "get", () -> redis.get(key));
            ledger.call(0, "get", () -> redis.get(key + ":missing"));
            ledger.call(0, "incr", () -> redis.incr(key));
            ledger.call(0, "hset", () -> redis.hset("{" + key + "}:h", "f", "v"));
            ledger.call(0, "lpop", () -> redis.lpop("{" + key + "}:l"));
        }
        ledger.call(0, "eval", () ->
                redis.eval("return redis.call('STRLEN', KEYS[1])", ScriptOutputType.INTEGER, "key1"));
        ledger.script("strlen", 1);
    }

    private void asynchronous(RedisAdvancedClusterAsyncCommands<String, String> redis) {
        List<RedisFuture<?>> replies = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            replies.add(redis.hget("{key" + i + "}:h", "f"));
        }
        replies.forEach(reply -> ledger.call(0, "hget", reply::get));
    }

    /** One call, one command for each slot or each node. */
    private void severalSlots(RedisAdvancedClusterCommands<String, String> redis) {
        Map<String, String> values = new HashMap<>();
        values.put("key1", "1");
        values.put("key2", "2");
        values.put("key3", "3");
        redis.mget("key1", "key2", "key3");
        ledger.done(0, "mget", "success", 3);
        redis.mset(values);
        ledger.done(0, "mset", "success", 3);
        redis.del("key1", "key2", "key3");
        ledger.done(0, "del", "success", 3);
        redis.dbsize();
        ledger.done(0, "dbsize", "success", MASTERS);
    }

    private void messages(RedisClusterClient client, RedisAdvancedClusterCommands<String, String> redis)
            throws InterruptedException {
        Semaphore received = new Semaphore(0);
        try (StatefulRedisClusterPubSubConnection<String, String> subscriber = client.connectPubSub()) {
            subscriber.addListener(new RedisPubSubAdapter<String, String>() {
                @Override
                public void message(String channel, String message) {
                    received.release();
                }
            });
            ledger.untimed(0, "subscribe");
            subscriber.sync().subscribe("news");
            for (int i = 0; i < MESSAGES; i++) {
                ledger.call(0, "publish", () -> redis.publish("news", "a"));
            }
            received.acquire(MESSAGES);
            ledger.add("pubsub 0 published", MESSAGES);
            ledger.add("pubsub 0 received", MESSAGES);
        }
    }

    private void redirected(
            RedisAdvancedClusterCommands<String, String> redis,
            RedisAdvancedClusterCommands<String, String> impatient,
            String travels,
            Consumer<String> checkpoint) {
        ledger.call(0, "get", () -> redis.get(travels));
        ledger.call(0, "get", () -> impatient.get(travels));
        checkpoint.accept("migrate");
        ledger.call(0, "get", () -> redis.get(travels));
        ledger.add("redirected get", 1);
        // It follows none: what the server answers, the application gets.
        ledger.call(0, "get", () -> impatient.get(travels));
        checkpoint.accept("move");
        ledger.call(0, "getset", () -> redis.getset(travels, "there"));
        ledger.add("redirected getset", 1);
        ledger.call(0, "getrange", () -> impatient.getrange(travels, 0, 1));
    }

    private void gone(
            StatefulRedisClusterConnection<String, String> connection,
            StatefulRedisClusterConnection<String, String> unused,
            String lost,
            Consumer<String> checkpoint) {
        ledger.call(0, "scard", () -> connection.sync().scard(lost));
        checkpoint.accept("kill");
        // Waits for the connection to come back, or finds none.
        connection.setTimeout(Duration.ofMillis(300));
        for (int i = 0; i < 3; i++) {
            fails("ttl", () -> connection.sync().ttl(lost));
        }
        // Has no connection there yet, and gets none.
        for (int i = 0; i < 3; i++) {
            fails("ttl", () -> unused.sync().ttl(lost));
            fails("pttl", () -> unused.async().pttl(lost).get());
        }
    }

    /** A command that no node has seen. */
    private void fails(String operation, Callable<?> call) {
        try {
            call.call();
        } catch (Exception expected) {
            if (!Outcomes.isWithoutReply(expected)) {
                throw new IllegalStateException(expected);
            }
            ledger.done(0, operation, "error");
            ledger.unseen(operation, 1);
            if (Outcomes.isTimeout(expected)) {
                ledger.add("timeout redis_" + operation + " 0 timeout", 1);
            }
            return;
        }
        throw new RedisException(operation + " should have failed");
    }
}
