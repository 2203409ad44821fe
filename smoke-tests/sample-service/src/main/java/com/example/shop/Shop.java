package com.example.shop;

import dev.langchain4j.exception.LangChain4jException;
import io.lettuce.core.RedisException;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A small web shop without its web pages: a catalogue cached in Redis, sessions in a second database, recommendations
 * in a third, orders in a queue, news by pub/sub, advice and letters from an LLM. It brings its own customers, so that there is
 * something to see.
 *
 * <p>Arguments: host and port of Redis; the address of an API like OpenAI's, if there is one to ask for advice. Runs
 * until it is killed.
 */
public final class Shop {
    private static final int CUSTOMERS = 4;
    private static final int PACKERS = 2;
    private static final int SESSIONS_DATABASE = 1;

    private Shop() {}

    public static void main(String[] args) throws Exception {
        HostAndPort redis = new HostAndPort(args[0], Integer.parseInt(args[1]));
        RedisClient client = client(redis);
        JedisPool pool = sessionPool(redis);

        Catalogue catalogue = new Catalogue(client);
        Sessions sessions = new Sessions(pool);
        Orders orders = new Orders(client);
        Recommendations recommendations = new Recommendations(redis.getHost(), redis.getPort());
        Statistics statistics = new Statistics(client);

        ScheduledExecutorService customers = Executors.newScheduledThreadPool(CUSTOMERS, named("customers"));
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1, named("scheduler"));
        for (int i = 0; i < CUSTOMERS; i++) {
            Random random = new Random(i);
            Customer customer = new Customer(catalogue, sessions, orders, recommendations, random);
            customers.scheduleWithFixedDelay(customer, 10L * i, 35 + random.nextInt(10), TimeUnit.MILLISECONDS);
        }
        scheduler.scheduleWithFixedDelay(statistics, 1, 1, TimeUnit.SECONDS);
        if (args.length > 2) {
            Advisor advisor = new Advisor(args[2]);
            new Thread(() -> forever(() -> advise(advisor)), "advisor").start();
            scheduler.scheduleWithFixedDelay(new Letters(args[2]), 1, 2, TimeUnit.SECONDS);
        }
        for (int i = 0; i < PACKERS; i++) {
            new Thread(() -> forever(orders::packNext), "packer-" + i).start();
        }
        new Thread(() -> forever(() -> listen(redis)), "news").start();
        System.out.println("The shop is open; its Redis is " + redis);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> new Thread(work, name + "-" + number.incrementAndGet());
    }

    private static RedisClient client(HostAndPort redis) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(8);
        return RedisClient.builder().hostAndPort(redis).poolConfig(pool).build();
    }

    private static JedisPool sessionPool(HostAndPort redis) {
        JedisPoolConfig config = new JedisPoolConfig();
        config.setMaxTotal(4);
        return new JedisPool(
                config,
                redis,
                DefaultJedisClientConfig.builder().database(SESSIONS_DATABASE).build());
    }

    private static void advise(Advisor advisor) {
        try {
            advisor.answer();
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (LangChain4jException trouble) {
            System.err.println("The shop has no advice to give: " + trouble.getMessage());
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Redis may be away for a while: say it and try again. */
    private static void forever(Runnable work) {
        while (true) {
            guarded(work);
        }
    }

    static void guarded(Runnable work) {
        try {
            work.run();
        } catch (JedisException | RedisException trouble) {
            System.err.println("The shop has trouble with Redis: " + trouble.getMessage());
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection of its own, as a subscription needs. */
    private static void listen(HostAndPort redis) {
        try (Jedis connection = new Jedis(redis)) {
            connection.subscribe(new Orders.Listener(), Orders.CHANNEL);
        }
    }
}
