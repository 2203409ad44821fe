package program;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.Future;

/** A connection on which asynchronous and reactive commands run out of time. */
final class Expiring implements AutoCloseable {
    private final StatefulRedisConnection<String, String> connection;
    private Future<?> asynchronous;
    private Future<?> reactive;

    Expiring(Clients clients, Duration patience) {
        ClientOptions options = ClientOptions.builder()
                .timeoutOptions(TimeoutOptions.enabled(patience))
                .build();
        connection = clients.client(clients.uri(0, Duration.ofSeconds(10)), options)
                .connect();
    }

    void begin() {
        asynchronous = connection.async().bitcount("silent");
        reactive = connection.reactive().hexists("silent", "f").toFuture();
    }

    void fails(Ledger ledger) {
        ledger.fails(0, "bitcount", () -> asynchronous.get());
        ledger.fails(0, "hexists", () -> reactive.get());
    }

    void goesOn(Ledger ledger) {
        ledger.call(0, "exists", () -> connection.async().exists("silent").get());
    }

    @Override
    public void close() {
        connection.close();
    }
}
