package program;

import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;

/** The unified pooled client from Jedis 7.5 on. */
final class Clients {
    private Clients() {}

    static RedisClient open(String host, int port, String password, int db, int patience, boolean checked) {
        JedisClientConfig config = DefaultJedisClientConfig.builder()
                .password(password)
                .database(db)
                .clientName("unified")
                .connectionTimeoutMillis(patience)
                .socketTimeoutMillis(patience)
                .build();
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setTestOnBorrow(checked);
        return RedisClient.builder()
                .hostAndPort(new HostAndPort(host, port))
                .clientConfig(config)
                .poolConfig(pool)
                .build();
    }
}
