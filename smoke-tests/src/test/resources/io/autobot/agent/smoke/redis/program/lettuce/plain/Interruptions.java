package program;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;

/** Connections that are cut: those that come back, those that do not, and those that the application closed. */
final class Interruptions {
    private final Clients clients;
    private final Ledger ledger;

    Interruptions(Clients clients, Ledger ledger) {
        this.clients = clients;
        this.ledger = ledger;
    }

    void run() throws Exception {
        try (StatefulRedisConnection<String, String> admin = clients.open()) {
            comesBack(admin.sync());
            isGone(admin.sync());
            closed();
        }
    }

    /** Lettuce opens it again and sends again what was without a reply. */
    private void comesBack(RedisCommands<String, String> admin) throws Exception {
        try (StatefulRedisConnection<String, String> connection = clients.open()) {
            RedisCommands<String, String> victim = connection.sync();
            ledger.call(0, "select", () -> victim.select(8));
            kill(admin, clientId(victim, 8));
            ledger.call(8, "getrange", () -> victim.getrange("cut off", 0, 1));

            long id = clientId(victim, 8);
            RedisFuture<?> popped = connection.async().blpop(20, "cut:q");
            Waiting.until(admin, ledger, "cmd=blpop");
            kill(admin, id);
            ledger.add("twice blpop", 1);
            Waiting.until(admin, ledger, "cmd=blpop");
            ledger.call(0, "select", () -> admin.select(8));
            ledger.call(8, "lpush", () -> admin.lpush("cut:q", "late"));
            ledger.call(8, "select", () -> admin.select(0));
            ledger.call(8, "blpop", popped::get);
        }
    }

    private void isGone(RedisCommands<String, String> admin) {
        ClientOptions once = ClientOptions.builder().autoReconnect(false).build();
        try (StatefulRedisConnection<String, String> connection = clients.client(
                        clients.uri(0, Duration.ofSeconds(10)), once)
                .connect()) {
            long id = clientId(connection.sync(), 0);
            RedisFuture<?> popped = connection.async().brpop(20, "gone:q");
            Waiting.until(admin, ledger, "cmd=brpop");
            kill(admin, id);
            ledger.fails(0, "ttl", () -> connection.sync().ttl("gone"));
            // Lettuce 5.0 gives up on what was sent only when the connection is closed.
            connection.close();
            withoutReply("brpop", popped);
            ledger.add("maybe brpop", 1);
        }
    }

    private void closed() {
        StatefulRedisConnection<String, String> connection = clients.open();
        connection.close();
        ledger.fails(0, "zcard", () -> connection.sync().zcard("closed"));
        ledger.fails(0, "hlen", () -> connection.async().hlen("closed").get());
        ledger.fails(0, "scard", () -> connection.reactive().scard("closed").block());
    }

    /** Executed, and then the connection was gone. */
    private void withoutReply(String operation, RedisFuture<?> reply) {
        try {
            reply.get();
        } catch (Exception expected) {
            if (Outcomes.isWithoutReply(expected)) {
                ledger.done(0, operation, "error");
                return;
            }
            throw new IllegalStateException(expected);
        }
        throw new IllegalStateException(operation + " should have failed");
    }

    private long clientId(RedisCommands<String, String> redis, int db) {
        return ledger.call(db, "client_id", () -> Any.number(redis, "CLIENT", "ID"));
    }

    private void kill(RedisCommands<String, String> admin, long id) {
        ledger.call(0, "client_kill", () -> Any.number(admin, "CLIENT", "KILL", "ID", Long.toString(id)));
    }
}
