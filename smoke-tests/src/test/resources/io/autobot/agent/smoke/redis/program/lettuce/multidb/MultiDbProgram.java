package program;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.failover.CircuitBreaker;
import io.lettuce.core.failover.MultiDbClient;
import io.lettuce.core.failover.api.CircuitBreakerConfig;
import io.lettuce.core.failover.api.DatabaseConfig;
import io.lettuce.core.failover.api.MultiDbOptions;
import io.lettuce.core.failover.api.RedisCircuitBreakerException;
import io.lettuce.core.failover.api.StatefulRedisMultiDbConnection;
import io.lettuce.core.failover.health.HealthCheckStrategySupplier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A client of two servers that turns to the second when the first is gone, and later forgives it. */
public final class MultiDbProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Ledger ledger = new Ledger();
    private RedisURI first;
    private RedisURI second;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        first = RedisURI.create("redis://" + settings.get("first"));
        second = RedisURI.create("redis://" + settings.get("second"));
        turnsAndForgives(checkpoint);
        // None, unless a command comes just as the breaker opens.
        ledger.add("refused strlen", 0);
        return ledger.lines();
    }

    private MultiDbClient client() {
        return MultiDbClient.create(
                List.of(database(first, 1.0f), database(second, 0.5f)),
                MultiDbOptions.builder().failbackSupported(false).gracePeriod(Duration.ofMillis(300)).build());
    }

    /** Never checked by itself: it is the commands that find the server gone. */
    private static DatabaseConfig database(RedisURI uri, float weight) {
        return DatabaseConfig.builder(uri)
                .weight(weight)
                .clientOptions(ClientOptions.builder()
                        .timeoutOptions(TimeoutOptions.enabled(Duration.ofMillis(200)))
                        .build())
                .circuitBreakerConfig(CircuitBreakerConfig.builder()
                        .failureRateThreshold(0.1f)
                        .minimumNumberOfFailures(5)
                        .metricsWindowSize(60)
                        .build())
                .healthCheckStrategySupplier(HealthCheckStrategySupplier.NO_HEALTH_CHECK)
                .build();
    }

    /** Not by the synchronous API: that may give up a moment before the command's own time is over, which breakers see. */
    private String strlen(StatefulRedisMultiDbConnection<String, String> connection) {
        try {
            connection.async().strlen("key").get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            ledger.done(0, "strlen", "success");
            return "success";
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RedisCircuitBreakerException) {
                ledger.add("refused strlen", 1);
                return failed("refused");
            }
            return failed("gone");
        } catch (InterruptedException | TimeoutException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private String failed(String outcome) {
        ledger.done(0, "strlen", "error");
        ledger.unseen("strlen", 1);
        return outcome;
    }

    private void turnsAndForgives(Consumer<String> checkpoint) {
        MultiDbClient client = client();
        try (StatefulRedisMultiDbConnection<String, String> connection = client.connect()) {
            check(strlen(connection).equals("success"));
            checkpoint.accept("first goes");
            await(() -> strlen(connection).equals("gone") && failures(connection) > 0);
            checkpoint.accept("first fails");
            checkpoint.accept("failures " + failures(connection));
            await(() -> strlen(connection).equals("success"));
            check(connection.getDatabase(first).getCircuitBreakerState() == CircuitBreaker.State.OPEN);
            checkpoint.accept("first is open");
            await(() -> connection.isHealthy(first));
            checkpoint.accept("first is forgiven");
        } finally {
            client.shutdown();
        }
    }

    private long failures(StatefulRedisMultiDbConnection<String, String> connection) {
        return connection.getDatabase(first).getMetricsSnapshot().getFailureCount();
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("not as it was to be");
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("it never came to be");
            }
        }
    }
}
