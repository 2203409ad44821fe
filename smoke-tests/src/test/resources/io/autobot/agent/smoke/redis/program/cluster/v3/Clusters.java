package program;

import java.util.List;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisCluster;

/** The cluster client up to Jedis 7. */
final class Clusters {
    private Clusters() {}

    @SuppressWarnings({"rawtypes", "unchecked"})
    static JedisCluster open(String host, int port, int attempts, int max) {
        GenericObjectPoolConfig config = new GenericObjectPoolConfig();
        config.setMaxTotal(max);
        return new JedisCluster(new HostAndPort(host, port), 5_000, 5_000, attempts, null, config);
    }

    /** This client has no pipeline. */
    static void pipeline(JedisCluster cluster, List<String> keys, Ledger ledger) {}
}
