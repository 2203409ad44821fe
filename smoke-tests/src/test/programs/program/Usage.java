package program;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/** The least that a service does with Redis: commands on a connection of its own, and through a pool. */
public final class Usage {
    private Usage() {}

    /** SET and GET so many times on one connection, INCR so many times through a pool; all in this database. */
    public static void run(int port, int database, int times) {
        direct(port, database, times);
        try (JedisPool pool = new JedisPool(new JedisPoolConfig(), "127.0.0.1", port, 10_000, null, database)) {
            for (int i = 0; i < times; i++) {
                try (Jedis jedis = pool.getResource()) {
                    jedis.incr("counter");
                }
            }
        }
    }

    /** SET and GET so many times on one connection. */
    public static void direct(int port, int database, int times) {
        try (Jedis jedis = new Jedis("127.0.0.1", port, 10_000)) {
            jedis.select(database);
            for (int i = 0; i < times; i++) {
                jedis.set("key", "value");
                jedis.get("key");
            }
        }
    }
}
