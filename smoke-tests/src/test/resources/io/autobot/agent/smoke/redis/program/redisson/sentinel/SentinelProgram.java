package program;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ReadMode;
import org.redisson.config.SentinelServersConfig;

/** Redisson with sentinels, through a failover in the middle of a load. */
public final class SentinelProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int CALLS = 100;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Counts counts = new Counts();
    private volatile boolean stopped;

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        SentinelServersConfig servers = config.useSentinelServers()
                .setMasterName(settings.get("master"))
                .setCheckSentinelsList(false)
                .addSentinelAddress("redis://" + settings.get("sentinel"));
        servers.setDatabase(1)
                .setReadMode(ReadMode.MASTER)
                .setMasterConnectionMinimumIdleSize(1)
                .setMasterConnectionPoolSize(3);
        RedissonClient redisson = Redisson.create(config);
        try {
            for (int i = 0; i < CALLS; i++) {
                call("set", () -> redisson.getBucket("before").set("value"));
            }
            Thread load = new Thread(() -> load(redisson));
            load.start();
            checkpoint.accept("failover");
            Instant end = Instant.now().plus(LIMIT);
            for (int inRow = 0; inRow < CALLS; ) {
                inRow = call("set", () -> redisson.getBucket("after").set("value")) ? inRow + 1 : 0;
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("no new master was found");
                }
            }
            stopped = true;
            load.join();
            checkpoint.accept("recovered");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            redisson.shutdown(0, 10, TimeUnit.SECONDS);
        }
        return counts.lines();
    }

    private void load(RedissonClient redisson) {
        while (!stopped) {
            call("exists", () -> redisson.getBucket("loaded").isExists());
        }
    }

    private boolean call(String operation, Runnable command) {
        boolean done = true;
        try {
            command.run();
        } catch (RedisException lost) {
            done = false;
        }
        synchronized (counts) {
            if (done) {
                counts.succeeded(operation);
            } else {
                counts.add("gave up " + operation, 1);
            }
        }
        return done;
    }
}
