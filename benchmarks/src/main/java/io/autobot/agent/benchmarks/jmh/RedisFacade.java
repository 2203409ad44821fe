package io.autobot.agent.benchmarks.jmh;

import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisConnection;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisOperation;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerFigures;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the advice of every Redis client calls for each command, without any client around it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RedisFacade {
    private static final int PIPELINED = 100;

    private final byte[] reply = new byte[5];
    private final byte[] rawCommand = {'G', 'E', 'T'};
    private int get;
    private RedisConnection connection;
    private RedisOperation operation;

    @Setup
    public void connect() {
        RedisDomain domain = RedisDomain.create(
                new SeriesGuard(SeriesGuard.DEFAULT_LIMIT),
                new Histograms(family -> null),
                new RedisServerFigures(System::nanoTime, Long.MAX_VALUE),
                Map.of(),
                false);
        get = RedisCommands.id(rawCommand);
        connection = RedisConnection.closed(domain);
        connection.connected(RedisServer.UNKNOWN);
        operation = domain.metrics().database("main").operation(get);
    }

    /** One command: both clock reads, the queue, the histogram and the count. */
    @Benchmark
    public void command() {
        connection.sent(get, System.nanoTime());
        connection.replied(reply);
    }

    /** One of 100 commands that are sent before the first reply comes: the queue grows and shrinks. */
    @Benchmark
    @OperationsPerInvocation(PIPELINED)
    public void pipelinedCommand() {
        for (int i = 0; i < PIPELINED; i++) {
            connection.sent(get, System.nanoTime());
        }
        for (int i = 0; i < PIPELINED; i++) {
            connection.replied(reply);
        }
    }

    /** The histogram and the count alone. */
    @Benchmark
    public void recordSuccess() {
        operation.success(123_456);
    }

    /** The command's name as a number of the vocabulary, for clients that give only bytes. */
    @Benchmark
    public int vocabulary() {
        return RedisCommands.id(rawCommand);
    }

    /** The floor: the two clock reads that any measured duration takes. */
    @Benchmark
    public long twoClockReads() {
        return -System.nanoTime() + System.nanoTime();
    }
}
