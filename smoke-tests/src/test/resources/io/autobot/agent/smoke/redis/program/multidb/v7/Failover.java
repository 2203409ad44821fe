package program;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.MultiDbClient;
import redis.clients.jedis.MultiDbConfig;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.mcf.HealthCheckStrategy;
import redis.clients.jedis.mcf.PingStrategy;

/** Of Jedis 7. */
final class Failover {
    private Failover() {}

    static UnifiedJedis client(String first, String second) {
        MultiDbConfig config = MultiDbConfig.builder()
                .database(database(first, 1.0f))
                .database(database(second, 0.5f))
                .commandRetry(MultiDbConfig.RetryConfig.builder().maxAttempts(1).build())
                .failureDetector(MultiDbConfig.CircuitBreakerConfig.builder()
                        .slidingWindowSize(60)
                        .minNumOfFailures(3)
                        .failureRateThreshold(0.1f)
                        .build())
                .build();
        return MultiDbClient.builder().multiDbConfig(config).build();
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
}
