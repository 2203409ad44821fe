package program;

import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPooled;

/** The unified pooled client of Jedis 4 to 7. */
final class Clients {
    private Clients() {}

    static JedisPooled open(String host, int port, String password, int db, int patience, boolean checked) {
        JedisClientConfig config = DefaultJedisClientConfig.builder()
                .password(password)
                .database(db)
                .clientName("unified")
                .connectionTimeoutMillis(patience)
                .socketTimeoutMillis(patience)
                .build();
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setTestOnBorrow(checked);
        return new JedisPooled(pool, new HostAndPort(host, port), config);
    }
}
