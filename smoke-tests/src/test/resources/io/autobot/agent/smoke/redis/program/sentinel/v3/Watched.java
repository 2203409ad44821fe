package program;

import java.util.Map;

/** Before Jedis 7.5 the pool alone is looked at. */
final class Watched implements AutoCloseable {
    Watched(Map<String, String> settings, Ledger ledger) {}

    void before() {}

    void after(String former) {}

    @Override
    public void close() {}
}
