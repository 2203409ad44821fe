package program;

import java.util.function.Consumer;

/** Lettuce 5.0 has no asynchronous pool. */
final class AsyncPooled {
    private AsyncPooled() {}

    static void run(Clients clients, Ledger ledger, Consumer<String> checkpoint) {}
}
