package collected;

import java.util.concurrent.CountDownLatch;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Pipeline;

/** An application that is started and stopped by a container. */
public final class Application {
    private static final String HOST = "127.0.0.1";

    private Application() {}

    /** Uses Redis in one way; what is returned ends it and leaves nothing running. */
    public static AutoCloseable start(String what, int port, int clusterPort) throws Exception {
        switch (what) {
            case "direct":
                return direct(port);
            case "abandoned":
                direct(port);
                return () -> {};
            case "pool":
                return pool(port);
            case "pubsub":
                return subscriber(port);
            case "cluster":
                JedisCluster cluster = new JedisCluster(new HostAndPort(HOST, clusterPort));
                for (int i = 0; i < 20; i++) {
                    cluster.set("key" + i, "value");
                }
                return cluster::close;
            default:
                throw new IllegalArgumentException(what);
        }
    }

    /** Opens so many connections one after the other, every tenth through a pool of its own, and closes them. */
    public static void clients(int port, int count) {
        for (int i = 0; i < count; i++) {
            if (i % 10 == 0) {
                try (JedisPool pool = new JedisPool(new JedisPoolConfig(), HOST, port);
                        Jedis jedis = pool.getResource()) {
                    jedis.get("key");
                }
            } else {
                try (Jedis jedis = new Jedis(HOST, port)) {
                    jedis.get("key");
                }
            }
        }
    }

    private static AutoCloseable direct(int port) {
        Jedis jedis = new Jedis(HOST, port);
        jedis.set("key", "value");
        Pipeline pipeline = jedis.pipelined();
        pipeline.get("key");
        pipeline.sync();
        jedis.multi().exec();
        return jedis;
    }

    private static AutoCloseable pool(int port) {
        JedisPool pool = new JedisPool(new JedisPoolConfig(), HOST, port);
        try (Jedis one = pool.getResource();
                Jedis two = pool.getResource()) {
            one.set("key", "value");
            two.get("key");
        }
        return pool;
    }

    private static AutoCloseable subscriber(int port) throws Exception {
        CountDownLatch subscribed = new CountDownLatch(1);
        JedisPubSub listener = new JedisPubSub() {
            @Override
            public void onSubscribe(String channel, int channels) {
                subscribed.countDown();
            }
        };
        Thread thread = new Thread(() -> {
            try (Jedis jedis = new Jedis(HOST, port)) {
                jedis.subscribe(listener, "channel");
            }
        });
        thread.start();
        subscribed.await();
        return () -> {
            listener.unsubscribe();
            thread.join();
        };
    }
}
