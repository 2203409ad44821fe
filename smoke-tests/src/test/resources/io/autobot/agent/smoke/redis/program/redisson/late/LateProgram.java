package program;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.redisson.Redisson;
import org.redisson.api.RBatch;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** A service that is at work before somebody looks at it; its counts begin then. */
public final class LateProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 100;

    private final Counts counts = new Counts();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        RedissonClient redisson = open(settings.get("server"));
        redisson.getBucket("key").set("value");
        CountDownLatch arrived = new CountDownLatch(1);
        RTopic topic = redisson.getTopic("news");
        topic.addListener(String.class, (channel, message) -> arrived.countDown());
        checkpoint.accept("attach");
        work(redisson);
        topic.publish("a message");
        counts.succeeded("publish");
        try {
            if (!arrived.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no message");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        RedissonClient later = open(settings.get("server"));
        work(later);
        later.shutdown(0, 10, TimeUnit.SECONDS);
        redisson.shutdown(0, 10, TimeUnit.SECONDS);
        return counts.lines();
    }

    private void work(RedissonClient redisson) {
        for (int i = 0; i < CALLS; i++) {
            counts.found("get", redisson.getBucket("key").get());
            counts.found("get", redisson.getBucket("missing").get());
        }
        try {
            redisson.getMap("key").get("field");
        } catch (RedisException wrongType) {
            counts.failed("hget");
        }
        RBatch batch = redisson.createBatch();
        batch.getBucket("key").getAsync();
        batch.getAtomicLong("counter").incrementAndGetAsync();
        counts.found("get", batch.execute().getResponses().get(0));
        counts.succeeded("incr");
    }

    private static RedissonClient open(String address) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.useSingleServer()
                .setAddress("redis://" + address)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(3);
        return Redisson.create(config);
    }
}
