package program;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A service that is at work before somebody looks at it; its ledger begins then. */
public final class LateProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 100;

    private final Ledger ledger = new Ledger();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        RedisURI uri = RedisURI.create(settings.get("host"), Integer.parseInt(settings.get("port")));
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> open = client.connect();
                StatefulRedisConnection<String, String> waiting = client.connect();
                StatefulRedisPubSubConnection<String, String> subscribed = client.connectPubSub()) {
            open.sync().set("late:key", "v");
            open.sync().get("late:key");
            subscribed.sync().subscribe("news");
            RedisFuture<?> before = waiting.async().blpop(20, "late:queue");
            checkpoint.accept("attach");
            opened(open);
            ledger.add("op unknown publish success", 1);
            open.sync().publish("news", "a");
            ledger.add("op unknown lpush success", 1);
            open.sync().lpush("late:queue", "it began before");
            before.get();
            selected(open.sync());
            later(client);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        }
        return ledger.lines();
    }

    private void opened(StatefulRedisConnection<String, String> open) {
        List<RedisFuture<?>> replies = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            replies.add(open.async().get("late:key"));
        }
        replies.forEach(reply -> reply.toCompletableFuture().join());
        ledger.add("op unknown get hit", CALLS);
    }

    private void selected(RedisCommands<String, String> redis) {
        redis.select(2);
        ledger.add("op unknown select success", 1);
        ledger.call(2, "get", () -> redis.get("late:missing"));
    }

    private void later(RedisClient client) {
        try (StatefulRedisConnection<String, String> later = client.connect()) {
            ledger.call(0, "get", () -> later.sync().get("late:key"));
            ledger.call(0, "incr", () -> later.sync().incr("late:key"));
        }
    }
}
