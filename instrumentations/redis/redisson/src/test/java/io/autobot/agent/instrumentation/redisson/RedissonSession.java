package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.RedisProcess;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.redisson.Redisson;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RScript;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** A little of everything that all releases of Redisson have, run in the class loader of one release. */
public final class RedissonSession implements BiConsumer<String, Integer> {
    /** Runs the session with this release against this server. */
    static void run(String release, RedisProcess server) {
        run(release, RedissonSession.class, server);
    }

    /** Opens and closes a client of this release: what it does of its own accord. */
    static void connect(String release, RedisProcess server) {
        run(release, Connected.class, server);
    }

    /** Runs a session of this class with this release against this server. */
    @SuppressWarnings("unchecked")
    static void run(String release, Class<?> type, RedisProcess server) {
        try (LibraryLoader redisson =
                LibraryLoader.of(RedissonReleases.files(release), name -> name.startsWith("org.assertj."), type)) {
            redisson.within(() -> {
                ((BiConsumer<String, Integer>) redisson.loadClass(type.getName())
                                .getConstructor()
                                .newInstance())
                        .accept(server.host(), server.port());
                return null;
            });
        }
    }

    /** A client that is asked for nothing. */
    public static final class Connected implements BiConsumer<String, Integer> {
        @Override
        public void accept(String host, Integer port) {
            close(open(host, port));
        }
    }

    static RedissonClient open(String host, int port) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.useSingleServer()
                .setAddress("redis://" + host + ":" + port)
                .setConnectionMinimumIdleSize(2)
                .setConnectionPoolSize(4);
        return Redisson.create(config);
    }

    static void close(RedissonClient redisson) {
        redisson.shutdown(0, 10, TimeUnit.SECONDS);
    }

    @Override
    public void accept(String host, Integer port) {
        RedissonClient redisson = open(host, port);
        try {
            commands(redisson);
            batches(redisson);
            messages(redisson);
            redisson.getScript().eval(RScript.Mode.READ_WRITE, "return 1", RScript.ReturnType.VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            close(redisson);
        }
    }

    private static void commands(RedissonClient redisson) {
        redisson.<String>getBucket("key").set("value");
        assertThat(redisson.<String>getBucket("key").get()).isEqualTo("value");
        assertThat(redisson.<String>getBucket("absent").get()).isNull();
        // Nil becomes 0 before it reaches the application.
        assertThat(redisson.getAtomicLong("absent").get()).isZero();
        assertThat(redisson.<String, String>getMap("map").get("absent")).isNull();
        assertThatThrownBy(() -> redisson.<String, String>getMap("key").get("field"))
                .hasMessageContaining("WRONGTYPE");
        assertThat(redisson.getAtomicLong("counter").incrementAndGet()).isEqualTo(1);
    }

    private static void batches(RedissonClient redisson) {
        RBatch batch = redisson.createBatch();
        batch.getAtomicLong("counter").incrementAndGetAsync();
        batch.getBucket("absent").getAsync();
        batch.execute();
        RBatch atomic = redisson.createBatch(
                BatchOptions.defaults().executionMode(BatchOptions.ExecutionMode.IN_MEMORY_ATOMIC));
        atomic.getAtomicLong("counter").incrementAndGetAsync();
        atomic.getBucket("absent").getAsync();
        atomic.execute();
        RBatch written = redisson.createBatch(
                BatchOptions.defaults().executionMode(BatchOptions.ExecutionMode.REDIS_WRITE_ATOMIC));
        written.getAtomicLong("counter").incrementAndGetAsync();
        written.getBucket("absent").getAsync();
        written.execute();
        RBatch unanswered = redisson.createBatch(BatchOptions.defaults().skipResult());
        unanswered.getAtomicLong("counter").incrementAndGetAsync();
        unanswered.execute();
        assertThat(redisson.getAtomicLong("counter").addAndGet(1)).isEqualTo(6);
    }

    private static void messages(RedissonClient redisson) throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        RTopic topic = redisson.getTopic("topic");
        int listener = topic.addListener(String.class, (channel, message) -> arrived.countDown());
        topic.publish("message");
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        topic.removeListener(listener);
    }
}
