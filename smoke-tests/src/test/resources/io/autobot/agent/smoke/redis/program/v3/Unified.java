package program;

/** Jedis 3 has no unified pooled client. */
final class Unified {
    private Unified() {}

    static void run(Target target, Ledger ledger) {}

    static void refused(String host, int port, Ledger ledger) {}
}
