package program;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.MultiDbClient;
import redis.clients.jedis.MultiDbConfig;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.mcf.HealthCheckStrategy;
import redis.clients.jedis.mcf.PingStrategy;

/** A client of two servers that turns to the second when the first is gone. */
public final class MultiDbProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 200;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Ledger ledger = new Ledger();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        MultiDbConfig config = MultiDbConfig.builder()
                .database(database(settings.get("first"), 1.0f))
                .database(database(settings.get("second"), 0.5f))
                .commandRetry(MultiDbConfig.RetryConfig.builder().maxAttempts(1).build())
                .failureDetector(MultiDbConfig.CircuitBreakerConfig.builder()
                        .slidingWindowSize(60)
                        .minNumOfFailures(3)
                        .failureRateThreshold(0.1f)
                        .build())
                .build();
        try (MultiDbClient client = MultiDbClient.builder().multiDbConfig(config).build()) {
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

    /** Checked at the start and never again: it is the commands that find the server gone. */
    private static MultiDbConfig.DatabaseConfig database(String address, float weight) {
        JedisClientConfig plain = DefaultJedisClientConfig.builder().build();
        return MultiDbConfig.DatabaseConfig.builder(HostAndPort.from(address), plain)
                .weight(weight)
                .healthCheckStrategySupplier((server, client) -> new PingStrategy(
                        server,
                        client,
                        HealthCheckStrategy.Config.builder().interval(600_000).build()))
                .build();
    }

    private void until(MultiDbClient client) {
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
