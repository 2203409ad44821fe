import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;

/**
 * Does everything with Redis that shows whether somebody interferes, and prints each result or exception in full.
 * Arguments: port of the server, port at which nobody listens. Every connection sends a key that begins with
 * {@code app:}; the words {@code CUT-HERE}, {@code RESET-HERE} and {@code MUTE-HERE} make the way to the server fail.
 */
public final class Untouched {
    private static final String HOST = "127.0.0.1";

    private static int port;

    private Untouched() {}

    public static void main(String[] args) throws Exception {
        port = Integer.parseInt(args[0]);
        // Both live until the end, so that whoever wants to ask the server through them can do so.
        Jedis direct = new Jedis(HOST, port, 10_000);
        JedisPool pool = pool(10_000);
        Seen.step("direct", () -> direct(direct));
        Seen.step("errors", () -> errors(direct));
        Seen.step("pipeline", () -> pipeline(direct));
        Seen.step("transaction", () -> transaction(direct));
        Seen.step("blocking", () -> blocking(direct));
        Seen.step("pool", () -> pool(pool));
        Seen.step("pubsub", () -> publishAndSubscribe(direct));
        broken();
        Seen.step("refused", () -> {
            try (Jedis nobody = new Jedis(HOST, Integer.parseInt(args[1]), 2_000)) {
                return nobody.get("app:refused");
            }
        });
        Seen.step("refused in a pool", () -> {
            try (JedisPool nobody = new JedisPool(config(), HOST, Integer.parseInt(args[1]), 2_000)) {
                return nobody.getResource().get("app:refused");
            }
        });
        Seen.types();
        Seen.beans();
        System.out.println("done");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        direct.close();
        pool.close();
    }

    private static GenericObjectPoolConfig<Jedis> config() {
        GenericObjectPoolConfig<Jedis> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(2);
        // With a wait the exception would name how long it was.
        config.setBlockWhenExhausted(false);
        config.setTestOnBorrow(true);
        return config;
    }

    private static JedisPool pool(int timeout) {
        return new JedisPool(config(), HOST, port, timeout, null, 1);
    }

    private static Object direct(Jedis jedis) {
        List<Object> seen = new ArrayList<>();
        seen.add(jedis.set("app:key", "value"));
        seen.add(jedis.get("app:key"));
        seen.add(jedis.get("app:none"));
        seen.add(jedis.incr("app:counter"));
        seen.add(jedis.hset("app:hash", "field", "1"));
        seen.add(jedis.hgetAll("app:hash"));
        seen.add(jedis.lpush("app:list", "a", "b", "c"));
        seen.add(jedis.lrange("app:list", 0, -1));
        seen.add(jedis.sadd("app:set", "one"));
        seen.add(jedis.smembers("app:set"));
        seen.add(jedis.zadd("app:zset", 1.5, "m"));
        seen.add(jedis.zscore("app:zset", "m"));
        seen.add(jedis.mget("app:key", "app:none"));
        seen.add(jedis.get("app:key".getBytes()));
        seen.add(jedis.eval("return {KEYS[1], ARGV[1], 7}", 1, "app:key", "x"));
        seen.add(jedis.select(2));
        seen.add(jedis.exists("app:key"));
        seen.add(jedis.select(0));
        seen.add(jedis.del("app:list"));
        seen.add(jedis.expire("app:key", 1000));
        seen.add(jedis.ping());
        return seen;
    }

    private static Object errors(Jedis jedis) {
        Seen.step("wrong type", () -> jedis.incr("app:hash"));
        Seen.step("error in a script", () -> jedis.eval("return redis.error_reply('MINE of app')"));
        Seen.step("no such script", () -> jedis.evalsha("0123456789012345678901234567890123456789"));
        Seen.step("null key", () -> jedis.get((String) null));
        Seen.step("null value", () -> jedis.set("app:key", (String) null));
        return "after errors " + jedis.get("app:key");
    }

    private static Object pipeline(Jedis jedis) {
        Pipeline pipeline = jedis.pipelined();
        Response<String> early = pipeline.get("app:key");
        Seen.step("too early", early::get);
        Response<Long> wrong = pipeline.incr("app:hash");
        for (int i = 0; i < 200; i++) {
            pipeline.set("app:p" + i, "v" + i);
        }
        List<Object> all = new ArrayList<>();
        for (Object one : pipeline.syncAndReturnAll()) {
            all.add(one instanceof Throwable ? one.toString() : one);
        }
        Seen.step("error in a pipeline", wrong::get);
        return all + early.get();
    }

    private static Object transaction(Jedis jedis) {
        Transaction transaction = jedis.multi();
        transaction.set("app:tx", "1");
        Response<Long> wrong = transaction.incr("app:hash");
        List<Object> all = new ArrayList<>();
        for (Object one : transaction.exec()) {
            all.add(one instanceof Throwable ? one.toString() : one);
        }
        Seen.step("error in a transaction", wrong::get);
        Transaction discarded = jedis.multi();
        discarded.set("app:tx", "2");
        all.add(discarded.discard());
        Seen.step("aborted", () -> {
            jedis.watch("app:tx");
            try (Jedis other = new Jedis(HOST, port, 10_000)) {
                other.set("app:tx", "3");
            }
            Transaction aborted = jedis.multi();
            aborted.set("app:tx", "4");
            return aborted.exec();
        });
        all.add(jedis.get("app:tx"));
        return all;
    }

    private static Object blocking(Jedis jedis) {
        jedis.rpush("app:queue", "first");
        List<Object> seen = new ArrayList<>();
        seen.add(jedis.blpop(1, "app:queue"));
        seen.add(jedis.blpop(1, "app:queue"));
        return seen;
    }

    private static Object pool(JedisPool pool) {
        List<Object> seen = new ArrayList<>();
        try (Jedis one = pool.getResource();
                Jedis two = pool.getResource()) {
            seen.add(one.set("app:pooled", "1"));
            seen.add(two.get("app:pooled"));
            seen.add(pool.getNumActive());
            Seen.step("exhausted", pool::getResource);
        }
        for (int i = 0; i < 5; i++) {
            try (Jedis again = pool.getResource()) {
                seen.add(again.incr("app:pooled"));
            }
        }
        seen.add(pool.getNumActive() + " " + pool.getNumIdle());
        return seen;
    }

    private static Object publishAndSubscribe(Jedis publisher) throws Exception {
        CountDownLatch subscribed = new CountDownLatch(1);
        List<String> heard = new ArrayList<>();
        JedisPubSub listener = new JedisPubSub() {
            @Override
            public void onSubscribe(String channel, int channels) {
                heard.add("subscribed " + channel + channels);
                subscribed.countDown();
            }

            @Override
            public void onMessage(String channel, String message) {
                heard.add(channel + " " + message);
                if (message.equals("end")) {
                    unsubscribe();
                }
            }
        };
        Thread subscriber = new Thread(() -> {
            try (Jedis jedis = new Jedis(HOST, port, 10_000)) {
                jedis.subscribe(listener, "app:channel");
            }
        });
        subscriber.start();
        heard.add("in time " + subscribed.await(20, TimeUnit.SECONDS));
        publisher.publish("app:channel", "hello");
        publisher.publish("app:channel", "end");
        subscriber.join(Duration.ofSeconds(20).toMillis());
        return heard;
    }

    private static void broken() {
        for (String word : Arrays.asList("CUT-HERE", "RESET-HERE", "MUTE-HERE")) {
            Jedis jedis = new Jedis(HOST, port, 500);
            Seen.step(word + " before", () -> jedis.set("app:before", "1"));
            Seen.step(word, () -> jedis.get("app:" + word));
            Seen.step(word + " afterwards", () -> jedis.get("app:after"));
            Seen.step(word + " closed", () -> {
                jedis.close();
                return "without a word";
            });
            Seen.step(word + " in a pipeline", () -> {
                try (Jedis other = new Jedis(HOST, port, 500)) {
                    Pipeline pipeline = other.pipelined();
                    Response<String> one = pipeline.get("app:key");
                    pipeline.get("app:" + word);
                    try {
                        pipeline.sync();
                    } finally {
                        Seen.step(word + " first of a pipeline", one::get);
                    }
                    return "?";
                }
            });
            Seen.step(word + " in a pool", () -> {
                try (JedisPool pool = pool(500)) {
                    Callable<String> use = () -> {
                        try (Jedis pooled = pool.getResource()) {
                            return pooled.get("app:" + word);
                        }
                    };
                    Seen.step(word + " pooled", use);
                    try (Jedis next = pool.getResource()) {
                        return next.get("app:next") + pool.getNumActive();
                    }
                }
            });
        }
    }
}
