package program;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;

/** Commands between MULTI and EXEC: executed, discarded, aborted, refused. */
final class Transactions {
    private final Clients clients;
    private final Ledger ledger;

    Transactions(Clients clients, Ledger ledger) {
        this.clients = clients;
        this.ledger = ledger;
    }

    void run() {
        try (StatefulRedisConnection<String, String> connection = clients.open()) {
            RedisCommands<String, String> redis = connection.sync();
            executed(redis);
            discarded(redis);
            aborted(redis);
            refused(connection);
            databases(redis);
        }
    }

    private void executed(RedisCommands<String, String> redis) {
        ledger.call(0, "set", () -> redis.set("tx:text", "not a number"));
        redis.multi();
        redis.set("tx:key", "1");
        redis.get("tx:key");
        redis.get("tx:missing");
        redis.publish("nobody", "listens");
        redis.incr("tx:text");
        redis.exec();
        queued(0, "multi", "set", "get", "get", "publish", "exec");
        ledger.add("pubsub 0 published", 1);
        // Its own error reply, among those of EXEC.
        ledger.done(0, "incr", "error");
    }

    private void discarded(RedisCommands<String, String> redis) {
        redis.multi();
        redis.set("tx:key", "2");
        redis.get("tx:key");
        redis.publish("nobody", "listens");
        redis.discard();
        queued(0, "multi", "set", "get", "publish", "discard");
        unseen("set", "get", "publish");
    }

    private void aborted(RedisCommands<String, String> redis) {
        try (StatefulRedisConnection<String, String> other = clients.open()) {
            ledger.call(0, "watch", () -> redis.watch("tx:watched"));
            ledger.call(0, "set", () -> other.sync().set("tx:watched", "changed"));
            redis.multi();
            redis.set("tx:watched", "lost");
            redis.hget("direct:h", "a");
            redis.publish("nobody", "listens");
            redis.exec();
            queued(0, "multi", "set", "hget", "publish", "exec");
            unseen("set", "hget", "publish");
        }
        ledger.call(0, "watch", () -> redis.watch("tx:watched"));
        ledger.call(0, "unwatch", redis::unwatch);
    }

    /** A command refused while queueing spoils the whole. */
    private void refused(StatefulRedisConnection<String, String> connection) {
        RedisCommands<String, String> redis = connection.sync();
        redis.multi();
        RedisFuture<?> set = connection.async().set("tx:key", "3");
        Any.number(redis, "HSTRLEN");
        ledger.call(0, "exec", redis::exec);
        queued(0, "multi");
        // Lettuce 5.0 tells the first of them what EXEC was told.
        ledger.call(0, "set", set::get);
        unseen("set");
        ledger.done(0, "hstrlen", "error");
    }

    private void databases(RedisCommands<String, String> redis) {
        redis.multi();
        Any.status(redis, "SELECT", "5");
        redis.discard();
        queued(0, "multi", "select", "discard");
        unseen("select");
        ledger.call(0, "hget", () -> redis.hget("tx:hash", "f"));
        redis.multi();
        Any.status(redis, "SELECT", "5");
        redis.hset("tx:hash", "f", "v");
        redis.exec();
        // Each is told when EXEC is answered, in the order of execution.
        queued(0, "multi", "select");
        queued(5, "hset", "exec");
        ledger.call(5, "hget", () -> redis.hget("tx:hash", "f"));
    }

    private void queued(int db, String... operations) {
        for (String operation : operations) {
            ledger.done(db, operation, "success");
        }
    }

    private void unseen(String... operations) {
        for (String operation : operations) {
            ledger.unseen(operation, 1);
        }
    }
}
