package program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/** A service on Jedis 2: its ledger holds what it read back. */
public final class Old implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 200;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        List<String> results = new ArrayList<>();
        try (JedisPool pool = new JedisPool(settings.get("host"), Integer.parseInt(settings.get("port")))) {
            for (int i = 0; i < CALLS; i++) {
                try (Jedis jedis = pool.getResource()) {
                    jedis.incr("old:calls");
                }
            }
            try (Jedis jedis = pool.getResource()) {
                Pipeline pipeline = jedis.pipelined();
                Response<Long> appended = pipeline.rpush("old:list", "a", "b", "c");
                pipeline.sync();
                results.add("op calls " + jedis.get("old:calls"));
                results.add("op appended " + appended.get());
                jedis.del("old:calls", "old:list");
            }
        }
        return results;
    }
}
