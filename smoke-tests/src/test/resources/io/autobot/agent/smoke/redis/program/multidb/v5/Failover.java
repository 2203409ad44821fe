package program;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.MultiClusterClientConfig;
import redis.clients.jedis.MultiClusterClientConfig.ClusterConfig;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.MultiClusterPooledConnectionProvider;

/** Of Jedis 5, which never looks at a server but by the application's commands. */
final class Failover {
    private Failover() {}

    static UnifiedJedis client(String first, String second) {
        ClusterConfig[] servers = {server(first), server(second)};
        return new UnifiedJedis(new MultiClusterPooledConnectionProvider(new MultiClusterClientConfig.Builder(servers)
                .retryMaxAttempts(1)
                .circuitBreakerSlidingWindowSize(60)
                .circuitBreakerSlidingWindowMinCalls(3)
                .circuitBreakerFailureRateThreshold(0.1f)
                .build()));
    }

    private static ClusterConfig server(String address) {
        return new ClusterConfig(
                HostAndPort.from(address), DefaultJedisClientConfig.builder().build());
    }
}
