package program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.exceptions.JedisException;

/** JedisPool, with everything it sends of its own: AUTH, SELECT, a client name, PING at each borrow, clean-up. */
final class Pooled {
    private static final int DB = 3;
    private static final int MAX = 5;

    private final Target target;
    private final Ledger ledger;
    private final Consumer<String> checkpoint;

    Pooled(Target target, Ledger ledger, Consumer<String> checkpoint) {
        this.target = target;
        this.ledger = ledger;
        this.checkpoint = checkpoint;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private JedisPool pool() {
        GenericObjectPoolConfig config = new GenericObjectPoolConfig();
        config.setMaxTotal(MAX);
        config.setMaxIdle(MAX);
        config.setTestOnBorrow(true);
        config.setMaxWaitMillis(100);
        return new JedisPool(config, target.host, target.port, 5_000, 5_000, target.password, DB, "pooled");
    }

    private Jedis borrow(JedisPool pool) {
        Jedis jedis = pool.getResource();
        ledger.add("borrow " + DB, 1);
        return jedis;
    }

    void run() {
        try (JedisPool pool = pool()) {
            for (int i = 0; i < 3; i++) {
                try (Jedis jedis = borrow(pool)) {
                    Mix.run(jedis, DB, "pooled" + i, ledger);
                }
            }
            leftOpen(pool);
            held(pool);
        }
    }

    /** What the application leaves open, the client cleans up: UNWATCH, DISCARD, SELECT are not the application's. */
    private void leftOpen(JedisPool pool) {
        try (Jedis jedis = borrow(pool)) {
            ledger.call(DB, "watch", () -> jedis.watch("pooled:w"));
        }
        try (Jedis jedis = borrow(pool)) {
            ledger.call(DB, "select", () -> jedis.select(6));
            ledger.call(6, "set", () -> jedis.set("pooled:in6", "v"));
        }
        try (Jedis jedis = borrow(pool)) {
            ledger.call(DB, "get", () -> jedis.get("pooled:in6"));
        }
    }

    private void held(JedisPool pool) {
        List<Jedis> held = new ArrayList<>();
        Direct direct = new Direct(target, ledger);
        try (Jedis first = direct.open();
                Jedis second = direct.open()) {
            ledger.call(0, "select", () -> second.select(2));
            for (int i = 0; i < 4; i++) {
                held.add(borrow(pool));
            }
            held.remove(3).close();
            ledger.call(0, "set", () -> first.set("big", new String(new char[8 << 20]).replace('\0', 'x')));
            checkpoint.accept("held");
            ledger.call(0, "del", () -> first.del("big"));
            held.add(borrow(pool));
            held.add(borrow(pool));
            try {
                pool.getResource();
                throw new IllegalStateException("the pool should have been exhausted");
            } catch (JedisException exhausted) {
                ledger.add("timeout redis_pool " + DB + " pool_timeout", 1);
            }
        } finally {
            held.forEach(Jedis::close);
        }
    }
}
