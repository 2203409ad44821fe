package program;

import java.time.Duration;

/** Lettuce 5.0 never lets an asynchronous command run out of time. */
final class Expiring implements AutoCloseable {
    Expiring(Clients clients, Duration patience) {}

    void begin() {}

    void fails(Ledger ledger) {}

    void goesOn(Ledger ledger) {}

    @Override
    public void close() {}
}
