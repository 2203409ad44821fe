package program;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;

/** Connections that the program opens itself. */
final class Direct {
    private static final int PIPELINE = 10_000;

    private final Target target;
    private final Ledger ledger;

    Direct(Target target, Ledger ledger) {
        this.target = target;
        this.ledger = ledger;
    }

    Jedis open() {
        Jedis jedis = new Jedis(target.host, target.port, 10_000);
        ledger.call(0, "auth", () -> jedis.auth(target.password));
        return jedis;
    }

    void run() {
        try (Jedis jedis = open()) {
            Mix.run(jedis, 0, "direct", ledger);
            ledger.call(0, "ping", jedis::ping);
            ledger.call(0, "echo", () -> jedis.echo("hello"));
            ledger.call(0, "mset", () -> jedis.mset("direct:m1", "1", "direct:m2", "2"));
            ledger.call(0, "mget", () -> jedis.mget("direct:m1", "direct:missing"));
            ledger.call(0, "rename", () -> jedis.rename("direct:m1", "direct:m3"));
            ledger.call(0, "rename", () -> jedis.rename("direct:missing", "direct:m4"));
            ledger.call(0, "dbsize", jedis::dbSize);
            containers(jedis);
            scripts(jedis);
            blocking(jedis);
            pipeline(jedis);
            transactions(jedis);
            databases(jedis);
        }
    }

    private void containers(Jedis jedis) {
        ledger.call(0, "config_get", () -> jedis.configGet("maxmemory"));
        ledger.call(0, "config_set", () -> jedis.configSet("slowlog-max-len", "64"));
        ledger.call(0, "config_set", () -> jedis.configSet("no-such-setting", "1"));
        ledger.call(0, "client_setname", () -> jedis.clientSetname("by-the-application"));
        ledger.call(0, "client_getname", jedis::clientGetname);
        ledger.call(0, "object_encoding", () -> jedis.objectEncoding("direct:m2"));
        ledger.call(0, "memory_usage", () -> Compat.command(jedis, "MEMORY", "USAGE", "direct:m2"));
        ledger.call(0, "lolwut", () -> Compat.command(jedis, "LOLWUT"));
        ledger.call(0, "getdel", () -> Compat.command(jedis, "getdel", "direct:m2"));
        ledger.call(0, "getdel", () -> Compat.command(jedis, "getdel", "direct:m2"));
        // No command of any server: nothing stands in its statistics.
        ledger.call(0, "other", () -> Compat.command(jedis, "NOSUCHCOMMAND", "a"));
        ledger.unseen("other", 1);
        // Refused before execution.
        ledger.call(0, "hstrlen", () -> Compat.command(jedis, "HSTRLEN"));
        if (target.functions) {
            String library = "#!lua name=lib\nredis.register_function('twice', function(keys, args)"
                    + " redis.call('INCR', keys[1]) return redis.call('INCR', keys[1]) end)";
            ledger.call(0, "function_load", () -> Compat.command(jedis, "FUNCTION", "LOAD", "REPLACE", library));
            ledger.call(0, "fcall", () -> Compat.command(jedis, "FCALL", "twice", "1", "direct:f"));
            ledger.script("incr", 2);
        }
    }

    private void scripts(Jedis jedis) {
        String loop = "for i = 1, 25 do redis.call('INCR', KEYS[1]) end return redis.call('GET', KEYS[1])";
        for (int i = 0; i < 4; i++) {
            ledger.call(0, "eval", () -> jedis.eval(loop, 1, "direct:e"));
            ledger.script("incr", 25);
            ledger.script("get", 1);
        }
        String sha = (String) ledger.call(0, "script_load", () -> jedis.scriptLoad("return 1"));
        ledger.call(0, "evalsha", () -> jedis.evalsha(sha));
        ledger.call(0, "evalsha", () -> jedis.evalsha("ffffffffffffffffffffffffffffffffffffffff"));
    }

    private void blocking(Jedis jedis) {
        ledger.call(0, "rpush", () -> jedis.rpush("direct:q", "ready"));
        ledger.call(0, "blpop", () -> jedis.blpop(5, "direct:q"));
        ledger.call(0, "brpop", () -> jedis.brpop(1, "direct:empty"));
        try (Jedis other = open()) {
            CompletableFuture<?> popped = CompletableFuture.runAsync(
                    () -> ledger.call(0, "blpop", () -> jedis.blpop(20, "direct:q", "direct:q2")));
            while (!ledger.call(0, "client_list", other::clientList).contains("cmd=blpop")) {
                Thread.onSpinWait();
            }
            ledger.call(0, "lpush", () -> other.lpush("direct:q2", "late"));
            popped.join();
        }
    }

    private void pipeline(Jedis jedis) {
        ledger.call(0, "set", () -> jedis.set("direct:text", "not a number"));
        Pipeline pipeline = jedis.pipelined();
        List<Response<?>> replies = new java.util.ArrayList<>();
        List<String> operations = new java.util.ArrayList<>();
        for (int i = 0; i < PIPELINE; i++) {
            switch (i % 5) {
                case 0:
                    replies.add(pipeline.set("direct:p" + i, "v"));
                    operations.add("set");
                    break;
                case 1:
                    replies.add(pipeline.get("direct:p" + (i - 1)));
                    operations.add("get");
                    break;
                case 2:
                    replies.add(pipeline.get("direct:missing"));
                    operations.add("get");
                    break;
                case 3:
                    replies.add(pipeline.incr("direct:text"));
                    operations.add("incr");
                    break;
                default:
                    replies.add(pipeline.hset("direct:ph", "f" + i, "v"));
                    operations.add("hset");
            }
        }
        pipeline.sync();
        for (int i = 0; i < PIPELINE; i++) {
            Response<?> reply = replies.get(i);
            ledger.call(0, operations.get(i), reply::get);
        }
    }

    private void transactions(Jedis jedis) {
        Transaction executed = jedis.multi();
        executed.set("direct:tx", "1");
        executed.get("direct:tx");
        executed.get("direct:missing");
        executed.incr("direct:text");
        executed.exec();
        queued("multi", "set", "get", "get", "incr", "exec");

        Transaction discarded = jedis.multi();
        discarded.set("direct:tx", "2");
        discarded.get("direct:tx");
        discarded.discard();
        queued("multi", "set", "get", "discard");
        ledger.unseen("set", 1);
        ledger.unseen("get", 1);

        try (Jedis other = open()) {
            ledger.call(0, "watch", () -> jedis.watch("direct:watched"));
            ledger.call(0, "set", () -> other.set("direct:watched", "changed"));
            Transaction aborted = jedis.multi();
            aborted.set("direct:watched", "lost");
            aborted.hget("direct:h", "a");
            aborted.exec();
            queued("multi", "set", "hget", "exec");
            ledger.unseen("set", 1);
            ledger.unseen("hget", 1);
        }
        ledger.call(0, "watch", () -> jedis.watch("direct:watched"));
        ledger.call(0, "unwatch", jedis::unwatch);

        // Word by word: a command refused while queueing spoils the whole.
        ledger.call(0, "multi", () -> Compat.command(jedis, "MULTI"));
        ledger.done(0, "set", "success");
        Compat.command(jedis, "SET", "direct:tx", "3");
        ledger.call(0, "hstrlen", () -> Compat.command(jedis, "HSTRLEN"));
        ledger.call(0, "exec", () -> Compat.command(jedis, "EXEC"));
        ledger.unseen("set", 1);
    }

    private void queued(String... operations) {
        for (String operation : operations) {
            ledger.done(0, operation, "success");
        }
    }

    private void databases(Jedis jedis) {
        ledger.call(0, "select", () -> jedis.select(2));
        ledger.call(2, "set", () -> jedis.set("direct:in2", "v"));
        ledger.call(2, "get", () -> jedis.get("direct:in2"));
        ledger.call(2, "select", () -> jedis.select(9999));
        ledger.call(2, "get", () -> jedis.get("direct:in2"));
        ledger.call(2, "multi", () -> Compat.command(jedis, "MULTI"));
        ledger.call(2, "select", () -> Compat.command(jedis, "SELECT", "5"));
        ledger.call(2, "hset", () -> Compat.command(jedis, "HSET", "direct:in5", "f", "v"));
        ledger.call(2, "exec", () -> Compat.command(jedis, "EXEC"));
        ledger.call(5, "hget", () -> jedis.hget("direct:in5", "f"));
        ledger.call(5, "multi", () -> Compat.command(jedis, "MULTI"));
        ledger.call(5, "select", () -> Compat.command(jedis, "SELECT", "2"));
        ledger.call(5, "discard", () -> Compat.command(jedis, "DISCARD"));
        ledger.unseen("select", 1);
        ledger.call(5, "hget", () -> jedis.hget("direct:in5", "f"));
    }
}
