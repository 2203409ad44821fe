package program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.ClusterPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.Response;

/** The cluster client from Jedis 7.5 on. */
final class Clusters {
    private Clusters() {}

    static RedisClusterClient open(String host, int port, int attempts, int max) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(max);
        return RedisClusterClient.builder()
                .nodes(Set.of(new HostAndPort(host, port)))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(5_000)
                        .socketTimeoutMillis(5_000)
                        .build())
                .maxAttempts(attempts)
                .poolConfig(pool)
                .build();
    }

    /** A pipeline over all nodes follows no redirection: what the server answers, the application gets. */
    static void pipeline(RedisClusterClient cluster, List<String> keys, Ledger ledger) {
        List<Response<?>> responses = new ArrayList<>();
        try (ClusterPipeline pipeline = cluster.pipelined()) {
            for (String key : keys) {
                responses.add(pipeline.getrange(key, 0, 1));
            }
            pipeline.sync();
        }
        responses.forEach(response -> ledger.call(0, "getrange", response::get));
    }
}
