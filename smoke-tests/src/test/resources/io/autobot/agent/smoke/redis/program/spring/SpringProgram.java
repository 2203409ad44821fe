package program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettucePoolingClientConfiguration;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The same work through Spring's template, on Lettuce with its pool and on Jedis with its. */
public final class SpringProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 50;
    private static final int DB = 3;

    private final List<String> lines = new ArrayList<>();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration(
                settings.get("host"), Integer.parseInt(settings.get("port")));
        server.setDatabase(DB);
        boolean lettuce = settings.get("driver").equals("lettuce");
        RedisConnectionFactory factory = lettuce
                ? new LettuceConnectionFactory(server, LettucePoolingClientConfiguration.builder().build())
                : new JedisConnectionFactory(server);
        try {
            ((InitializingBean) factory).afterPropertiesSet();
            if (lettuce) {
                ((LettuceConnectionFactory) factory).setShareNativeConnection(false);
            }
            // From 3.2 on a factory wants to be started.
            if (factory instanceof org.springframework.context.SmartLifecycle) {
                ((org.springframework.context.SmartLifecycle) factory).start();
            }
            StringRedisTemplate template = new StringRedisTemplate(factory);
            work(template);
            checkpoint.accept("worked");
            ((DisposableBean) factory).destroy();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return lines;
    }

    private void work(StringRedisTemplate redis) {
        for (int i = 0; i < CALLS; i++) {
            redis.opsForValue().set("spring:" + i, "text");
            redis.opsForValue().get("spring:" + i);
            redis.opsForValue().get("spring:missing");
            redis.opsForHash().put("spring:hash", "field" + i, "v");
            redis.opsForHash().get("spring:hash", "missing");
            try {
                redis.opsForValue().increment("spring:" + i);
            } catch (DataAccessException notANumber) {
                // As intended.
            }
        }
        redis.executePipelined((RedisCallback<Object>) connection -> {
            for (int i = 0; i < CALLS; i++) {
                connection.exists(("spring:" + i).getBytes());
            }
            return null;
        });
        redis.execute(new SessionCallback<Object>() {
            @Override
            @SuppressWarnings("unchecked")
            public Object execute(org.springframework.data.redis.core.RedisOperations operations) {
                operations.multi();
                operations.opsForValue().append("spring:0", "!");
                return operations.exec();
            }
        });
        done("set", "success", CALLS);
        done("get", "hit", CALLS);
        done("get", "miss", CALLS);
        done("hset", "success", CALLS);
        done("hget", "miss", CALLS);
        done("incr", "error", CALLS);
        done("exists", "success", CALLS);
        done("multi", "success", 1);
        done("append", "success", 1);
        done("exec", "success", 1);
    }

    private void done(String operation, String status, int count) {
        lines.add("op " + DB + " " + operation + " " + status + " " + count);
    }
}
