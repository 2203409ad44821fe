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

/** A service at work while its server is started anew, once and once more. */
public final class RestartProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 200;

    private final Ledger ledger = new Ledger();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        RedisURI uri = RedisURI.create(settings.get("host"), Integer.parseInt(settings.get("port")));
        uri.setTimeout(Duration.ofSeconds(30));
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect();
                StatefulRedisConnection<String, String> loaded = client.connect()) {
            work(connection.sync());
            for (int i = 0; i < 2; i++) {
                try (Load load = new Load(loaded, ledger)) {
                    checkpoint.accept("restart " + i);
                    // Waits for the connection to come back.
                    work(connection.sync());
                }
                // One of them may have been executed and then asked again.
                ledger.add("twice strlen", 1);
                checkpoint.accept("recovered " + i);
            }
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(5));
        }
        return ledger.lines();
    }

    private void work(RedisCommands<String, String> redis) {
        for (int i = 0; i < CALLS; i++) {
            String key = "restart" + i;
            ledger.call(0, "set", () -> redis.set(key, "v"));
            ledger.call(0, "get", () -> redis.get(key));
            ledger.call(0, "get", () -> redis.get("restart:missing"));
            ledger.call(0, "incr", () -> redis.incr(key));
        }
    }
}
