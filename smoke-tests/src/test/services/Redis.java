import java.util.List;
import java.util.concurrent.Callable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.commands.ProtocolCommand;

/** What {@link Service} does with Redis. The first command is {@code redis <port>}. */
final class Redis {
    private static int port;
    private static JedisPool pool;
    private static Jedis borrowed;

    private Redis() {}

    static void run(String[] words) throws Exception {
        int number = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        switch (words[0]) {
            case "redis" -> port = number;
            case "script" -> script();
            case "get" -> get(number);
            case "names" -> names(number);
            case "databases" -> databases(number);
            case "pool" -> pool = new JedisPool(oneConnection(), "127.0.0.1", port);
            case "borrow" -> borrowed = pool.getResource();
            case "borrowed-get" -> System.out.println("got " + borrowed.get("key"));
            case "borrowed-select" -> borrowed.select(number);
            case "return" -> borrowed.close();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static JedisPoolConfig oneConnection() {
        JedisPoolConfig config = new JedisPoolConfig();
        config.setMaxTotal(1);
        config.setMaxWait(java.time.Duration.ofMillis(50));
        return config;
    }

    private static Jedis connect() {
        return new Jedis("127.0.0.1", port);
    }

    private static void get(int times) {
        try (Jedis jedis = connect()) {
            for (int i = 0; i < times; i++) {
                jedis.get("key");
            }
        }
    }

    /** So many commands that no server knows. */
    private static void names(int count) {
        try (Jedis jedis = connect()) {
            int refused = 0;
            for (int i = 0; i < count; i++) {
                byte[] name = ("NOSUCH" + i).getBytes();
                ProtocolCommand command = () -> name;
                try {
                    jedis.sendCommand(command);
                } catch (RuntimeException unknown) {
                    refused++;
                }
            }
            System.out.println("refused " + refused);
        }
    }

    /** One GET in each of so many databases. */
    private static void databases(int count) {
        try (Jedis jedis = connect()) {
            for (int i = 1; i <= count; i++) {
                jedis.select(i);
                jedis.get("key");
            }
        }
    }

    /** Results and exceptions of every kind; the same output each time. */
    private static void script() {
        try (Jedis jedis = connect()) {
            say("flush", jedis::flushAll);
            say("set", () -> jedis.set("key", "value"));
            say("get", () -> jedis.get("key"));
            say("miss", () -> jedis.get("absent"));
            say("wrong type", () -> jedis.lpush("key", "a"));
            say("lpush", () -> jedis.lpush("list", "a", "b", "c"));
            say("lrange", () -> jedis.lrange("list", 0, -1));
            say("hset", () -> jedis.hset("hash", "field", "1"));
            say("hget", () -> jedis.hget("hash", "field"));
            say("hget miss", () -> jedis.hget("hash", "absent"));
            say("incr", () -> jedis.incr("counter"));
            say("eval", () -> jedis.eval("return {1, 2, redis.call('get', 'key')}"));
            say("eval error", () -> jedis.eval("return redis.call('lpush', 'key', 'x')"));
            say("blpop", () -> jedis.blpop(0.01, "nothing"));
            say("select", () -> jedis.select(3));
            say("select wrong", () -> jedis.select(1_000_000));
            say("null", () -> jedis.set((String) null, "value"));
            say("select back", () -> jedis.select(0));
            pipeline(jedis);
            transaction(jedis);
            say("publish", () -> jedis.publish("channel", "message"));
        }
        say("refused", () -> {
            try (Jedis nobody = new Jedis("127.0.0.1", 1)) {
                return nobody.get("key");
            }
        });
        say("timeout", () -> {
            try (Jedis impatient = new Jedis(
                    new HostAndPort("127.0.0.1", port),
                    DefaultJedisClientConfig.builder()
                            .blockingSocketTimeoutMillis(20)
                            .build())) {
                return impatient.blpop(0.0, "nothing");
            }
        });
        exhaustedPool();
    }

    private static void pipeline(Jedis jedis) {
        Pipeline pipeline = jedis.pipelined();
        Response<String> set = pipeline.set("p", "1");
        Response<Long> wrong = pipeline.lpush("p", "x");
        Response<String> get = pipeline.get("p");
        pipeline.sync();
        say("pipelined set", set::get);
        say("pipelined error", wrong::get);
        say("pipelined get", get::get);
    }

    private static void transaction(Jedis jedis) {
        Transaction transaction = jedis.multi();
        transaction.set("t", "1");
        transaction.lpush("t", "x");
        transaction.get("t");
        List<Object> results = transaction.exec();
        for (Object result : results) {
            say("exec", () -> result instanceof Exception failed ? failed.toString() : result);
        }
    }

    private static void exhaustedPool() {
        try (JedisPool small = new JedisPool(oneConnection(), "127.0.0.1", port)) {
            Jedis first = small.getResource();
            say("pooled", () -> first.get("key"));
            say("exhausted", () -> small.getResource().get("key"));
            first.close();
            say("returned", () -> {
                try (Jedis again = small.getResource()) {
                    return again.get("key");
                }
            });
        }
    }

    private static void say(String what, Callable<Object> call) {
        String said;
        try {
            said = String.valueOf(call.call());
        } catch (Throwable thrown) {
            said = "threw";
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                said += " " + cause + ";";
            }
            said += " suppressed " + thrown.getSuppressed().length;
        }
        // The pool tells how long it waited.
        System.out.println(what + ": " + said.replaceAll("axWaitDuration=\\S+", "axWaitDuration"));
    }
}
