package program;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisSentinelPool;

/** Clients that ask sentinels for their master, through a failover in the middle. */
public final class SentinelProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 100;

    private final Ledger ledger = new Ledger();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        try (JedisSentinelPool pool = pool(settings)) {
            work(pool);
            String former;
            try (Jedis held = borrow(pool);
                    Watched watched = new Watched(settings, ledger)) {
                watched.before();
                ledger.call(0, "exists", () -> held.exists("sentinel1"));
                former = pool.getCurrentHostMaster().toString();
                checkpoint.accept("failover");
                ledger.fails(0, "exists", () -> held.exists("sentinel1"));
                watched.after(former);
            }
            Patience.until(() -> !pool.getCurrentHostMaster().toString().equals(former));
            work(pool);
            try (Jedis first = borrow(pool);
                    Jedis second = borrow(pool)) {
                checkpoint.accept("recovered " + pool.getNumActive() + " " + pool.getNumIdle());
            }
        }
        return ledger.lines();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static JedisSentinelPool pool(Map<String, String> settings) {
        GenericObjectPoolConfig config = new GenericObjectPoolConfig();
        config.setMaxTotal(5);
        config.setTestOnBorrow(true);
        return new JedisSentinelPool(settings.get("master"), Set.of(settings.get("sentinel")), config);
    }

    private Jedis borrow(JedisSentinelPool pool) {
        Jedis jedis = pool.getResource();
        ledger.add("borrow 0", 1);
        return jedis;
    }

    private void work(JedisSentinelPool pool) {
        for (int i = 0; i < CALLS; i++) {
            String key = "sentinel" + i;
            try (Jedis jedis = borrow(pool)) {
                ledger.call(0, "set", () -> jedis.set(key, "v"));
                ledger.call(0, "get", () -> jedis.get(key));
                ledger.call(0, "exists", () -> jedis.exists(key));
                ledger.call(0, "strlen", () -> jedis.strlen(key));
            }
        }
    }
}
