package program;

import io.lettuce.core.api.StatefulRedisConnection;

/** One command after the other, by a thread of its own, until it is closed. */
final class Load implements AutoCloseable {
    private final StatefulRedisConnection<String, String> connection;
    private final Ledger ledger;
    private final Thread thread = new Thread(this::run);
    private volatile boolean over;

    Load(StatefulRedisConnection<String, String> connection, Ledger ledger) {
        this.connection = connection;
        this.ledger = ledger;
        thread.start();
    }

    private void run() {
        while (!over) {
            try {
                ledger.call(0, "strlen", () -> connection.sync().strlen("load"));
            } catch (RuntimeException failure) {
                if (!Outcomes.isWithoutReply(failure)) {
                    throw failure;
                }
                ledger.done(0, "strlen", "error");
                ledger.add("maybe strlen", 1);
            }
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
