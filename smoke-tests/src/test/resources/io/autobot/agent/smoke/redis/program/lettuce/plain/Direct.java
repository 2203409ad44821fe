package program;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.HashMap;
import java.util.Map;

/** The synchronous API on connections that the program opens itself. */
final class Direct {
    private final Target target;
    private final Clients clients;
    private final Ledger ledger;

    Direct(Target target, Clients clients, Ledger ledger) {
        this.target = target;
        this.clients = clients;
        this.ledger = ledger;
    }

    void run() throws Exception {
        try (StatefulRedisConnection<String, String> connection = clients.open()) {
            RedisCommands<String, String> redis = connection.sync();
            Map<String, String> both = new HashMap<>();
            both.put("direct:m1", "1");
            both.put("direct:m2", "2");
            Mix.run(redis, 0, "direct", ledger);
            ledger.call(0, "ping", redis::ping);
            ledger.call(0, "echo", () -> redis.echo("hello"));
            ledger.call(0, "mset", () -> redis.mset(both));
            ledger.call(0, "mget", () -> redis.mget("direct:m1", "direct:missing"));
            ledger.call(0, "rename", () -> redis.rename("direct:m1", "direct:m3"));
            ledger.call(0, "rename", () -> redis.rename("direct:missing", "direct:m4"));
            ledger.call(0, "dbsize", redis::dbsize);
            containers(redis);
            scripts(redis);
            blocking(connection);
            databases(redis);
        }
    }

    private void containers(RedisCommands<String, String> redis) {
        ledger.call(0, "config_get", () -> redis.configGet("maxmemory"));
        ledger.call(0, "config_set", () -> redis.configSet("slowlog-max-len", "64"));
        ledger.call(0, "config_set", () -> redis.configSet("no-such-setting", "1"));
        ledger.call(0, "client_setname", () -> redis.clientSetname("by-the-application"));
        ledger.call(0, "client_getname", redis::clientGetname);
        ledger.call(0, "object_encoding", () -> redis.objectEncoding("direct:m2"));
        ledger.call(0, "memory_usage", () -> Any.number(redis, "memory", "usage", "direct:m2"));
        ledger.call(0, "lolwut", () -> Any.value(redis, "LOLWUT"));
        ledger.call(0, "getdel", () -> Any.value(redis, "getdel", "direct:m2"));
        ledger.call(0, "getdel", () -> Any.value(redis, "getdel", "direct:m2"));
        // No command of any server: nothing stands in its statistics.
        ledger.call(0, "other", () -> Any.value(redis, "NOSUCHCOMMAND", "a"));
        ledger.unseen("other", 1);
        // Refused before execution.
        ledger.call(0, "hstrlen", () -> Any.number(redis, "HSTRLEN"));
        if (target.functions) {
            String library = "#!lua name=lib\nredis.register_function('twice', function(keys, args)"
                    + " redis.call('INCR', keys[1]) return redis.call('INCR', keys[1]) end)";
            ledger.call(0, "function_load", () -> Any.value(redis, "FUNCTION", "LOAD", "REPLACE", library));
            ledger.call(0, "fcall", () -> Any.number(redis, "FCALL", "twice", "1", "direct:f"));
            ledger.script("incr", 2);
        }
    }

    private void scripts(RedisCommands<String, String> redis) {
        String loop = "for i = 1, 25 do redis.call('INCR', KEYS[1]) end return redis.call('GET', KEYS[1])";
        for (int i = 0; i < 4; i++) {
            ledger.call(0, "eval", () -> redis.eval(loop, ScriptOutputType.VALUE, "direct:e"));
            ledger.script("incr", 25);
            ledger.script("get", 1);
        }
        String sha = ledger.call(0, "script_load", () -> redis.scriptLoad("return 1"));
        ledger.call(0, "evalsha", () -> redis.evalsha(sha, ScriptOutputType.INTEGER));
        ledger.call(0, "evalsha", () ->
                redis.evalsha("ffffffffffffffffffffffffffffffffffffffff", ScriptOutputType.INTEGER));
    }

    private void blocking(StatefulRedisConnection<String, String> connection) {
        RedisCommands<String, String> redis = connection.sync();
        ledger.call(0, "rpush", () -> redis.rpush("direct:q", "ready"));
        ledger.call(0, "blpop", () -> redis.blpop(5, "direct:q"));
        ledger.call(0, "brpop", () -> redis.brpop(1, "direct:empty"));
        try (StatefulRedisConnection<String, String> second = clients.open()) {
            RedisCommands<String, String> other = second.sync();
            RedisFuture<?> popped = connection.async().blpop(20, "direct:q", "direct:q2");
            Waiting.until(other, ledger, "cmd=blpop");
            ledger.call(0, "lpush", () -> other.lpush("direct:q2", "late"));
            ledger.call(0, "blpop", popped::get);

            // Nobody wants the reply any more; the server knows nothing of that.
            RedisFuture<?> unwanted = connection.async().brpop(20, "direct:q");
            Waiting.until(other, ledger, "cmd=brpop");
            if (!unwanted.cancel(true)) {
                throw new IllegalStateException("the command should have been cancelled");
            }
            ledger.done(0, "brpop", "success");
            ledger.call(0, "lpush", () -> other.lpush("direct:q", "late"));
            ledger.call(0, "llen", () -> redis.llen("direct:q"));
        }
    }

    private void databases(RedisCommands<String, String> redis) {
        ledger.call(0, "select", () -> redis.select(2));
        ledger.call(2, "set", () -> redis.set("direct:in2", "v"));
        ledger.call(2, "get", () -> redis.get("direct:in2"));
        ledger.call(2, "select", () -> redis.select(9999));
        ledger.call(2, "get", () -> redis.get("direct:in2"));
    }
}
