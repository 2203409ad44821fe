package program;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** A client of two servers that turns to the second when the first is gone. */
public final class MultiDbProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 200;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Ledger ledger = new Ledger();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        try (UnifiedJedis client = Failover.client(settings.get("first"), settings.get("second"))) {
            for (int i = 0; i < CALLS; i++) {
                String key = "multi" + i;
                ledger.call(0, "set", () -> client.set(key, "v"));
                ledger.call(0, "get", () -> client.get(key));
            }
            checkpoint.accept("kill");
            until(client);
            for (int i = 0; i < CALLS; i++) {
                String key = "multi" + i;
                ledger.call(0, "get", () -> client.get(key));
            }
        }
        return ledger.lines();
    }

    private void until(UnifiedJedis client) {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            try {
                client.strlen("multi1");
                ledger.done(0, "strlen", "success");
                return;
            } catch (JedisException broken) {
                ledger.done(0, "strlen", "error");
                ledger.unseen("strlen", 1);
            }
        }
        throw new IllegalStateException("the second server was never turned to");
    }
}
