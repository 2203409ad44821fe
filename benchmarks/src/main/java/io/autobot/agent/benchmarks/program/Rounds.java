package io.autobot.agent.benchmarks.program;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Repeats commands as fast as they go and prints what one of them took: the median of several rounds, warmed up. */
final class Rounds {
    private static final long WARM_UP_NANOS = 2_500_000_000L;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 200_000_000L;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Rounds() {}

    /** Some commands. */
    interface Batch {
        void run();
    }

    /** Prints wall, thread and process nanoseconds, and the bytes of the calling thread and of all threads. */
    static void measure(int commandsInBatch, Batch batch) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long id = Thread.currentThread().getId();
        repeat(batch, WARM_UP_NANOS);
        double[][] rounds = new double[5][ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long allBytes = allBytes();
            long bytes = THREADS.getThreadAllocatedBytes(id);
            long processNanos = process.getProcessCpuTime();
            long threadNanos = THREADS.getCurrentThreadCpuTime();
            long wallNanos = System.nanoTime();
            double commands = (double) commandsInBatch * repeat(batch, ROUND_NANOS);
            rounds[0][i] = (System.nanoTime() - wallNanos) / commands;
            rounds[1][i] = (THREADS.getCurrentThreadCpuTime() - threadNanos) / commands;
            rounds[2][i] = (process.getProcessCpuTime() - processNanos) / commands;
            rounds[3][i] = (THREADS.getThreadAllocatedBytes(id) - bytes) / commands;
            rounds[4][i] = (allBytes() - allBytes) / commands;
        }
        Figures.print("wall-ns", median(rounds[0]));
        Figures.print("thread-ns", median(rounds[1]));
        Figures.print("process-ns", median(rounds[2]));
        Figures.print("bytes", median(rounds[3]));
        Figures.print("all-bytes", median(rounds[4]));
    }

    /** By the threads alive now. */
    private static long allBytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
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
