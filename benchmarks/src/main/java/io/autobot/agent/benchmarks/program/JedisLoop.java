package io.autobot.agent.benchmarks.program;

import java.time.Duration;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** GETs as fast as they go, and what one of them took. */
public final class JedisLoop {
    private static final int PIPELINED = 100;

    private static long found;

    private JedisLoop() {}

    /** @param arguments {@code get}, {@code pipeline} or {@code pool} */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "get" -> {
                Jedis jedis = new Jedis(MemorySocket::new);
                Rounds.measure(1_000, () -> get(jedis));
            }
            case "pipeline" -> {
                Pipeline pipeline = new Jedis(MemorySocket::new).pipelined();
                Rounds.measure(PIPELINED, () -> pipeline(pipeline));
            }
            case "pool" -> {
                UnifiedJedis jedis = new UnifiedJedis(
                        new PooledConnectionProvider(new ConnectionFactory(
                                MemorySocket::new,
                                DefaultJedisClientConfig.builder()
                                        .protocol(RedisProtocol.RESP2)
                                        .build())),
                        1,
                        Duration.ofSeconds(1));
                Rounds.measure(1_000, () -> get(jedis));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        if (found == 0) {
            throw new IllegalStateException("no GET found anything");
        }
        // Agents that export before they end may take long.
        Runtime.getRuntime().halt(0);
    }

    private static void get(Jedis jedis) {
        for (int i = 0; i < 1_000; i++) {
            found += jedis.get("key").length();
        }
    }

    private static void get(UnifiedJedis jedis) {
        for (int i = 0; i < 1_000; i++) {
            found += jedis.get("key").length();
        }
    }

    private static void pipeline(Pipeline pipeline) {
        for (int i = 0; i < PIPELINED; i++) {
            pipeline.get("key");
        }
        pipeline.sync();
        found++;
    }
}
