package program;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.redisson.Redisson;
import org.redisson.api.RBatch;
import org.redisson.api.RedissonClient;
import org.redisson.api.RedissonReactiveClient;
import org.redisson.api.RedissonRxClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** Redisson on one server and on a cluster, through a slot that migrates and moves. */
public final class ClientProgram implements BiFunction<Map<String, String>, Consumer<String>, List<String>> {
    private static final int KEYS = 100;

    private final Counts counts = new Counts();

    @Override
    public List<String> apply(Map<String, String> settings, Consumer<String> checkpoint) {
        for (int i = 0; i < 5; i++) {
            close(single(settings.get("server")));
        }
        RedissonClient single = single(settings.get("server"));
        workload(single);
        reactive(single.reactive());
        rx(single.rxJava());
        RBatch batch = single.createBatch();
        batch.getBucket("key1").getAsync();
        batch.getBucket("missing").getAsync();
        counts.found("get", batch.execute().getResponses().get(0));
        counts.found("get", null);
        try {
            single.getMap("key1").get("field");
        } catch (RedisException wrongType) {
            counts.failed("hget");
        }
        checkpoint.accept("held");
        close(single);

        RedissonClient cluster = cluster(settings.get("node"));
        workload(cluster);
        String travels = settings.get("travels");
        checkpoint.accept("migrate");
        counts.found("get", cluster.getBucket(travels).get());
        counts.add("redirected get", 1);
        checkpoint.accept("move");
        cluster.getBucket(travels).set("there");
        counts.succeeded("set");
        counts.add("redirected set", 1);
        checkpoint.accept("end");
        close(cluster);
        return counts.lines();
    }

    private void workload(RedissonClient redisson) {
        for (int i = 0; i < KEYS; i++) {
            redisson.getBucket("key" + i).set("value");
            counts.succeeded("set");
            counts.found("get", redisson.getBucket("key" + i).get());
            counts.found("get", redisson.getBucket("missing" + i).get());
        }
    }

    private void reactive(RedissonReactiveClient redisson) {
        redisson.getBucket("reactive").set("value").block();
        counts.succeeded("set");
        counts.found("get", redisson.getBucket("reactive").get().block());
        counts.found("get", redisson.getBucket("missing").get().block());
        redisson.getBucket("reactive").delete().block();
        counts.succeeded("del");
    }

    private void rx(RedissonRxClient redisson) {
        redisson.getBucket("rx").set("value").blockingAwait();
        counts.succeeded("set");
        counts.found("get", redisson.getBucket("rx").get().blockingGet());
        counts.found("get", redisson.getBucket("missing").get().blockingGet());
        redisson.getBucket("rx").delete().blockingGet();
        counts.succeeded("del");
    }

    private static RedissonClient single(String address) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.useSingleServer()
                .setAddress("redis://" + address)
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(3);
        return Redisson.create(config);
    }

    private static RedissonClient cluster(String node) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        // It is not to learn of the slot's move before it is told by the server.
        config.useClusterServers()
                .setScanInterval(600_000)
                .addNodeAddress("redis://" + node)
                .setMasterConnectionMinimumIdleSize(1)
                .setMasterConnectionPoolSize(3);
        return Redisson.create(config);
    }

    private static void close(RedissonClient redisson) {
        redisson.shutdown(0, 10, TimeUnit.SECONDS);
    }
}
