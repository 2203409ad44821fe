package io.autobot.agent.instrumentation.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisProcess;
import java.util.function.BiConsumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.exceptions.JedisDataException;

/** A little of everything that all releases of Jedis have, run in the class loader of one release. */
public final class JedisSession implements BiConsumer<String, Integer> {
    /** Runs the session with this release against this server. */
    @SuppressWarnings("unchecked")
    static void run(String release, RedisProcess server) throws Exception {
        try (LibraryLoader jedis = LibraryLoader.of(
                JedisReleases.files(release), name -> name.startsWith("org.assertj."), JedisSession.class)) {
            BiConsumer<String, Integer> session =
                    (BiConsumer<String, Integer>) jedis.loadClass(JedisSession.class.getName())
                            .getConstructor()
                            .newInstance();
            jedis.within(() -> {
                session.accept(server.host(), server.port());
                return null;
            });
        }
    }

    @Override
    public void accept(String host, Integer port) {
        try (JedisPool pool = new JedisPool(host, port)) {
            try (Jedis jedis = pool.getResource()) {
                jedis.set("key", "value");
                assertThat(jedis.get("key")).isEqualTo("value");
                assertThat(jedis.get("absent")).isNull();
                try {
                    jedis.hget("key", "field");
                } catch (JedisDataException expected) {
                    jedis.rename("key", "renamed");
                }
            }
            try (Jedis jedis = pool.getResource()) {
                Pipeline pipeline = jedis.pipelined();
                pipeline.incr("counter");
                pipeline.incr("counter");
                pipeline.sync();
                Transaction transaction = jedis.multi();
                transaction.get("counter");
                transaction.exec();
            }
        }
    }
}
