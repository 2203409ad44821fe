package program;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Clients that ask sentinels for their master, through a failover in the middle of a load. */
public final class LettuceSentinelProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 100;
    private static final int DB = 1;

    private final Ledger ledger = new Ledger();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        String[] sentinel = settings.get("sentinel").split(":");
        RedisURI uri = RedisURI.Builder.sentinel(
                        sentinel[0], Integer.parseInt(sentinel[1]), settings.get("master"))
                .withDatabase(DB)
                .withTimeout(Duration.ofSeconds(30))
                .build();
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect();
                StatefulRedisConnection<String, String> loaded = client.connect()) {
            work(connection.sync());
            replicas(client, uri);
            ledger.call(DB, "select", () -> loaded.sync().select(0));
            try (Load load = new Load(loaded, ledger)) {
                checkpoint.accept("failover");
                work(connection.sync());
            }
            ledger.add("twice strlen", 1);
            checkpoint.accept("recovered");
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        }
        return ledger.lines();
    }

    private void work(RedisCommands<String, String> redis) {
        for (int i = 0; i < CALLS; i++) {
            String key = "sentinel" + i;
            ledger.call(DB, "set", () -> redis.set(key, "v"));
            ledger.call(DB, "get", () -> redis.get(key));
            ledger.call(DB, "exists", () -> redis.exists(key));
        }
    }

    /** Written to the master, read from its replica. */
    private void replicas(RedisClient client, RedisURI uri) {
        StatefulRedisConnection<String, String> connection = Replicas.connect(client, uri);
        RedisCommands<String, String> redis = connection.sync();
        try (connection) {
            for (int i = 0; i < CALLS; i++) {
                String key = "replicas" + i;
                ledger.call(DB, "hset", () -> redis.hset(key, "f", "v"));
                ledger.call(DB, "hexists", () -> redis.hexists(key, "f"));
            }
        }
        // Finds neither the one nor the other.
        ledger.fails(DB, "hlen", () -> redis.hlen("replicas"));
    }
}
