package io.autobot.agent.benchmarks.program;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Repeats commands as fast as they go and prints what one of them took: the median of several rounds, warmed up. */
public final class Rounds {
    private static final long WARM_UP_NANOS = 2_500_000_000L;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 200_000_000L;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Rounds() {}

    /** Some commands. */
    public interface Batch {
        void run();
    }

    /** Prints wall, thread and process nanoseconds, and the bytes of the calling thread and of all threads. */
    static void measure(int commandsInBatch, Batch batch) {
        repeat(batch, WARM_UP_NANOS);
        measure(commandsInBatch, () -> repeat(batch, ROUND_NANOS));
    }

    /**
     * As the other, by number instead of time: where a command is long, a machine with other load would compile less of
     * it in the same time.
     */
    public static void measure(int commandsInBatch, Batch batch, int warmUpBatches, int batchesInRound) {
        repeatTimes(batch, warmUpBatches);
        measure(commandsInBatch, () -> repeatTimes(batch, batchesInRound));
    }

    /** The process' clock may tick in hundredths of seconds, so it is read over all rounds. */
    private static void measure(int commandsInBatch, LongSupplier round) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long id = Thread.currentThread().getId();
        double[][] rounds = new double[4][ROUNDS];
        double allCommands = 0;
        long processNanos = process.getProcessCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            long allBytes = allBytes();
            long bytes = THREADS.getThreadAllocatedBytes(id);
            long threadNanos = THREADS.getCurrentThreadCpuTime();
            long wallNanos = System.nanoTime();
            double commands = (double) commandsInBatch * round.getAsLong();
            rounds[0][i] = (System.nanoTime() - wallNanos) / commands;
            rounds[1][i] = (THREADS.getCurrentThreadCpuTime() - threadNanos) / commands;
            rounds[2][i] = (THREADS.getThreadAllocatedBytes(id) - bytes) / commands;
            rounds[3][i] = (allBytes() - allBytes) / commands;
            allCommands += commands;
        }
        Figures.print("process-ns", (process.getProcessCpuTime() - processNanos) / allCommands);
        Figures.print("wall-ns", median(rounds[0]));
        Figures.print("thread-ns", median(rounds[1]));
        Figures.print("bytes", median(rounds[2]));
        Figures.print("all-bytes", median(rounds[3]));
    }

    /** By the threads alive now. */
    private static long allBytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }

    private static long repeatTimes(Batch batch, int times) {
        for (int i = 0; i < times; i++) {
            batch.run();
        }
        return times;
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
