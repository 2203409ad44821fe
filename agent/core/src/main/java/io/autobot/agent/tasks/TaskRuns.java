package io.autobot.agent.tasks;

/**
 * A run of a task as one number: the number of its {@link TaskKind} above, the clock when it began below. A run may last
 * three days before its duration is wrong.
 */
final class TaskRuns {
    /** Kinds beyond have no room in a run. */
    static final int MAX_KINDS = 0xFFFF;

    private static final int CLOCK_BITS = 48;
    private static final long CLOCK = (1L << CLOCK_BITS) - 1;

    private TaskRuns() {}

    /** @param number from 1 on */
    static long mark(int number) {
        return (long) number << CLOCK_BITS;
    }

    static long begun(long mark) {
        return mark | System.nanoTime() & CLOCK;
    }

    static int number(long run) {
        return (int) (run >>> CLOCK_BITS);
    }

    static long nanosSince(long run) {
        return System.nanoTime() - run & CLOCK;
    }
}
