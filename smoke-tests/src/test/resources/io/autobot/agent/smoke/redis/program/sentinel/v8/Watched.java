package program;

import java.util.Map;
import java.util.Set;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisSentinelClient;

/** The unified client that asks sentinels, from Jedis 7.5 on. */
final class Watched implements AutoCloseable {
    private static final int CALLS = 100;

    private final Ledger ledger;
    private final RedisSentinelClient client;

    Watched(Map<String, String> settings, Ledger ledger) {
        this.ledger = ledger;
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(5);
        JedisClientConfig plain = DefaultJedisClientConfig.builder().build();
        client = RedisSentinelClient.builder()
                .masterName(settings.get("master"))
                .sentinels(Set.of(HostAndPort.from(settings.get("sentinel"))))
                .clientConfig(plain)
                .sentinelClientConfig(plain)
                .poolConfig(pool)
                .build();
    }

    void before() {
        for (int i = 0; i < CALLS; i++) {
            String key = "watched" + i;
            ledger.call(0, "hset", () -> client.hset(key, "f", "v"));
            ledger.call(0, "hexists", () -> client.hexists(key, "f"));
        }
    }

    void after(String former) {
        Patience.until(() -> !client.getCurrentMaster().toString().equals(former));
        for (int i = 0; i < CALLS; i++) {
            String key = "watched" + i;
            Patience.until(ledger, "hset", () -> client.hset(key, "g", "v"));
            Patience.until(ledger, "hexists", () -> client.hexists(key, "f"));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
