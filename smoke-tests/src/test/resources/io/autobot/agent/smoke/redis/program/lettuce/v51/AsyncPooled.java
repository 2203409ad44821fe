package program;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.support.AsyncConnectionPoolSupport;
import io.lettuce.core.support.BoundedAsyncPool;
import io.lettuce.core.support.BoundedPoolConfig;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Lettuce's own pool, whose connections come later. */
final class AsyncPooled {
    private static final int DB = 7;

    private AsyncPooled() {}

    static void run(Clients clients, Ledger ledger, Consumer<String> checkpoint) {
        RedisClient client = clients.client(DB);
        RedisURI uri = clients.uri(DB, Duration.ofSeconds(10));
        BoundedPoolConfig config =
                BoundedPoolConfig.builder().maxTotal(2).maxIdle(2).build();
        BoundedAsyncPool<StatefulRedisConnection<String, String>> pool =
                AsyncConnectionPoolSupport.createBoundedObjectPool(
                        () -> client.connectAsync(StringCodec.UTF8, uri), config);
        StatefulRedisConnection<String, String> first = borrow(pool, ledger);
        StatefulRedisConnection<String, String> second = borrow(pool, ledger);
        ledger.call(DB, "set", () -> first.async().set("async:key", "v").get());
        ledger.call(DB, "get", () -> second.async().get("async:key").get());
        try {
            pool.acquire().join();
            throw new IllegalStateException("the pool should have been exhausted");
        } catch (CompletionException thrown) {
            if (!(thrown.getCause() instanceof NoSuchElementException)) {
                throw thrown;
            }
            ledger.add("timeout redis_pool " + DB + " pool_timeout", 1);
        }
        pool.release(second).join();
        checkpoint.accept("pool db" + DB + " 1 1 2");
        pool.release(first).join();
        StatefulRedisConnection<String, String> again = borrow(pool, ledger);
        ledger.call(DB, "get", () -> again.sync().get("async:missing"));
        pool.release(again).join();
        pool.close();
    }

    private static StatefulRedisConnection<String, String> borrow(
            BoundedAsyncPool<StatefulRedisConnection<String, String>> pool, Ledger ledger) {
        StatefulRedisConnection<String, String> connection = pool.acquire().join();
        ledger.add("borrow " + DB, 1);
        // The pool gives a connection away before it says so to itself.
        while (pool.getCreationInProgress() > 0) {
            Thread.onSpinWait();
        }
        return connection;
    }
}
