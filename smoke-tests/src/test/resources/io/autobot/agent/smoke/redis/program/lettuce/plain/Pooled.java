package program;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.support.ConnectionPoolSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Lettuce's connections in a pool of Apache's. */
final class Pooled {
    private static final int DB = 3;
    private static final int MAX = 5;

    private final Clients clients;
    private final Ledger ledger;
    private final Consumer<String> checkpoint;

    Pooled(Clients clients, Ledger ledger, Consumer<String> checkpoint) {
        this.clients = clients;
        this.ledger = ledger;
        this.checkpoint = checkpoint;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private GenericObjectPool<StatefulRedisConnection<String, String>> pool() {
        RedisClient client = clients.client(DB);
        GenericObjectPoolConfig config = new GenericObjectPoolConfig();
        config.setMaxTotal(MAX);
        config.setMaxIdle(MAX);
        config.setMaxWaitMillis(100);
        return ConnectionPoolSupport.createGenericObjectPool(() -> client.connect(), config);
    }

    private StatefulRedisConnection<String, String> borrow(
            GenericObjectPool<StatefulRedisConnection<String, String>> pool) throws Exception {
        StatefulRedisConnection<String, String> connection = pool.borrowObject();
        ledger.add("borrow " + DB, 1);
        return connection;
    }

    void run() throws Exception {
        GenericObjectPool<StatefulRedisConnection<String, String>> pool = pool();
        try {
            for (int i = 0; i < 3; i++) {
                try (StatefulRedisConnection<String, String> connection = borrow(pool)) {
                    Mix.run(connection.sync(), DB, "pooled" + i, ledger);
                }
            }
            held(pool);
        } finally {
            pool.close();
        }
    }

    private void held(GenericObjectPool<StatefulRedisConnection<String, String>> pool) throws Exception {
        List<StatefulRedisConnection<String, String>> held = new ArrayList<>();
        try (StatefulRedisConnection<String, String> first = clients.open();
                StatefulRedisConnection<String, String> second = clients.open()) {
            ledger.call(0, "select", () -> second.sync().select(2));
            for (int i = 0; i < 4; i++) {
                held.add(borrow(pool));
            }
            held.remove(3).close();
            ledger.call(0, "set", () -> first.sync().set("big", new String(new char[8 << 20]).replace('\0', 'x')));
            checkpoint.accept("held");
            ledger.call(0, "del", () -> first.sync().del("big"));
            held.add(borrow(pool));
            held.add(borrow(pool));
            try {
                pool.borrowObject();
                throw new IllegalStateException("the pool should have been exhausted");
            } catch (NoSuchElementException exhausted) {
                ledger.add("timeout redis_pool " + DB + " pool_timeout", 1);
            }
        } finally {
            held.forEach(StatefulRedisConnection::close);
        }
    }
}
