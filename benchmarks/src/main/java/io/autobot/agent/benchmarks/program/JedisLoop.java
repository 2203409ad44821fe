package io.autobot.agent.benchmarks.program;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** GETs as fast as they go, and what one of them took. */
public final class JedisLoop {
    private static final long WARM_UP_NANOS = 2_500_000_000L;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 200_000_000L;
    private static final int PIPELINED = 100;

    private static long found;

    private JedisLoop() {}

    /** Some commands. */
    private interface Batch {
        void run();
    }

    /** @param arguments {@code get}, {@code pipeline} or {@code pool} */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "get" -> {
                Jedis jedis = new Jedis(MemorySocket::new);
                measure(1_000, () -> get(jedis));
            }
            case "pipeline" -> {
                Pipeline pipeline = new Jedis(MemorySocket::new).pipelined();
                measure(PIPELINED, () -> pipeline(pipeline));
            }
            case "pool" -> {
                UnifiedJedis jedis = new UnifiedJedis(
                        new PooledConnectionProvider(new ConnectionFactory(
                                MemorySocket::new,
                                DefaultJedisClientConfig.builder()
                                        .protocol(RedisProtocol.RESP2)
                                        .build())),
                        1,
                        Duration.ofSeconds(1));
                measure(1_000, () -> get(jedis));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        if (found == 0) {
            throw new IllegalStateException("no GET found anything");
        }
        // Agents that export before they end may take long.
        Runtime.getRuntime().halt(0);
    }

    private static void get(Jedis jedis) {
        for (int i = 0; i < 1_000; i++) {
            found += jedis.get("key").length();
        }
    }

    private static void get(UnifiedJedis jedis) {
        for (int i = 0; i < 1_000; i++) {
            found += jedis.get("key").length();
        }
    }

    private static void pipeline(Pipeline pipeline) {
        for (int i = 0; i < PIPELINED; i++) {
            pipeline.get("key");
        }
        pipeline.sync();
        found++;
    }

    private static void measure(int commandsInBatch, Batch batch) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long id = Thread.currentThread().getId();
        repeat(batch, WARM_UP_NANOS);
        double[][] rounds = new double[4][ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long bytes = thread.getThreadAllocatedBytes(id);
            long processNanos = process.getProcessCpuTime();
            long threadNanos = thread.getCurrentThreadCpuTime();
            long wallNanos = System.nanoTime();
            double commands = (double) commandsInBatch * repeat(batch, ROUND_NANOS);
            rounds[0][i] = (System.nanoTime() - wallNanos) / commands;
            rounds[1][i] = (thread.getCurrentThreadCpuTime() - threadNanos) / commands;
            rounds[2][i] = (process.getProcessCpuTime() - processNanos) / commands;
            rounds[3][i] = (thread.getThreadAllocatedBytes(id) - bytes) / commands;
        }
        Figures.print("wall-ns", median(rounds[0]));
        Figures.print("thread-ns", median(rounds[1]));
        Figures.print("process-ns", median(rounds[2]));
        Figures.print("bytes", median(rounds[3]));
    }

    private static long repeat(Batch batch, long nanos) {
        long end = System.nanoTime() + nanos;
        long batches = 0;
        do {
            batch.run();
            batches++;
        } while (System.nanoTime() - end < 0);
        return batches;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
