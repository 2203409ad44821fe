package program;

import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.SafeEncoder;

/** The pooled API in which every call borrows a connection of its own. */
final class Unified {
    private static final int DB = 4;
    private static final int PATIENCE = 200;

    private Unified() {}

    static void run(Target target, Ledger ledger) throws Exception {
        try (UnifiedJedis unified = Clients.open(target.host, target.port, target.password, DB, 10_000, true)) {
            Mix.run(unified, DB, "unified", ledger);
            ledger.call(DB, "mget", () -> unified.mget("unified:a", "unified:b"));
            ledger.call(DB, "brpop", () -> unified.brpop(1, "unified:empty"));
            ledger.call(DB, "eval", () -> unified.eval("return redis.call('INCR', 'unified:e')"));
            ledger.script("incr", 1);
            ledger.call(DB, "publish", () -> unified.publish("nobody", "listens"));
            ledger.add("pubsub " + DB + " published", 1);
            ledger.call(DB, "getdel", () -> unified.sendCommand(() -> SafeEncoder.encode("GETDEL"), "unified:gone"));
            ledger.call(DB, "memory_usage",
                    () -> unified.sendCommand(() -> SafeEncoder.encode("memory"), "usage", "unified:h"));
            pipeline(unified, ledger);
            transaction(unified, ledger);
        }
        silent(target, ledger);
    }

    private static void pipeline(UnifiedJedis unified, Ledger ledger) throws Exception {
        Object opened;
        try {
            opened = unified.getClass().getMethod("pipelined").invoke(unified);
        } catch (NoSuchMethodException jedis40) {
            return;
        }
        try (Pipeline pipeline = (Pipeline) opened) {
            for (int i = 0; i < 1_000; i++) {
                Response<String> set = pipeline.set("unified:p" + i, "v");
                Response<String> miss = pipeline.get("unified:missing");
                if (i % 100 == 99) {
                    pipeline.sync();
                    ledger.call(DB, "set", set::get);
                    ledger.call(DB, "get", miss::get);
                    ledger.done(DB, "set", "success", 99);
                    ledger.done(DB, "get", "miss", 99);
                }
            }
        }
    }

    private static void transaction(UnifiedJedis unified, Ledger ledger) throws Exception {
        java.lang.reflect.Method multi;
        try {
            multi = unified.getClass().getMethod("multi");
        } catch (NoSuchMethodException jedis40) {
            return;
        }
        try (Transaction transaction = (Transaction) multi.invoke(unified)) {
            transaction.set("unified:tx", "1");
            transaction.get("unified:tx");
            transaction.exec();
        }
        for (String operation : new String[] {"multi", "set", "get", "exec"}) {
            ledger.done(DB, operation, "success");
        }
        try (Transaction left = (Transaction) multi.invoke(unified)) {
            left.set("unified:tx", "2");
        }
        ledger.done(DB, "multi", "success");
        ledger.done(DB, "set", "success");
        ledger.unseen("set", 1);
        // The application closes what it opened; that this takes a DISCARD is its own doing.
        ledger.done(DB, "discard", "success");
    }

    private static void silent(Target target, Ledger ledger) {
        try (UnifiedJedis admin = Clients.open(target.host, target.port, target.password, DB, 10_000, true);
                UnifiedJedis victim = Clients.open(target.host, target.port, target.password, DB, PATIENCE, false)) {
            ledger.call(DB, "strlen", () -> victim.strlen("silent"));
            ledger.call(DB, "client_pause",
                    () -> admin.sendCommand(() -> SafeEncoder.encode("CLIENT"), "PAUSE", "600"));
            ledger.fails(DB, "strlen", () -> victim.strlen("silent"));
            ledger.call(DB, "exists", () -> admin.exists("silent"));
        }
    }

    static void refused(String host, int port, Ledger ledger) {
        try (UnifiedJedis unified = Clients.open(host, port, null, DB, 1_000, true)) {
            ledger.fails(DB, "scard", () -> unified.scard("refused"));
        }
    }
}
