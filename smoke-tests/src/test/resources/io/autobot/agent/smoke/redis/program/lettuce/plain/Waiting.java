package program;

import io.lettuce.core.api.sync.RedisCommands;

/** Waits until the server has a client of a kind. */
final class Waiting {
    private Waiting() {}

    /** @param sign what stands in the client's line */
    static void until(RedisCommands<String, String> redis, Ledger ledger, String sign) {
        while (!ledger.call(0, "client_list", redis::clientList).contains(sign)) {
            Thread.onSpinWait();
        }
    }
}
