package program;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Waits for the new master. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Patience() {}

    static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the client heard of no new master");
            }
            Thread.onSpinWait();
        }
    }

    /** Repeats a command until it is answered; each failure is the application's. */
    static void until(Ledger ledger, String operation, Callable<?> call) {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            try {
                call.call();
                ledger.done(0, operation, "success");
                return;
            } catch (JedisDataException reply) {
                ledger.done(0, operation, "error");
            } catch (JedisException broken) {
                ledger.done(0, operation, "error");
                ledger.unseen(operation, 1);
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
        throw new IllegalStateException(operation + " never succeeded");
    }
}
