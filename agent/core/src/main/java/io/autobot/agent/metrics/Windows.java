package io.autobot.agent.metrics;

import java.util.Arrays;

/**
 * What cumulative counts were in the past, for rates over the last 1, 5 and 15 minutes.
 *
 * <p>{@link #tick} takes a snapshot of all tracks every 10 seconds and keeps {@value #SNAPSHOTS} of them, which is 15
 * minutes; nothing happens where events are counted. A window covers the events since its oldest snapshot that is not
 * older than the window, so at most the window and at least the window less one step; where the process is younger
 * than the window it covers everything. A track costs {@value #SNAPSHOTS} longs per column and is never given back.
 *
 * <p>Safe for use by any thread; one short lock, taken by the sampler and by scrapes only.
 */
public final class Windows {
    /** Snapshots kept. */
    public static final int SNAPSHOTS = 90;

    /** Distance of two snapshots in nanoseconds. */
    public static final long STEP_NANOS = 10_000_000_000L;

    /** The lengths, as label values. */
    public enum Window {
        ONE_MINUTE("1m", 60),
        FIVE_MINUTES("5m", 300),
        FIFTEEN_MINUTES("15m", 900);

        private final String id;
        private final long nanos;

        Window(String id, long seconds) {
            this.id = id;
            this.nanos = seconds * 1_000_000_000L;
        }

        /** The label value, for example {@code 5m}. */
        public String id() {
            return id;
        }
    }

    /** Reads the present counts of one track. */
    @FunctionalInterface
    public interface Counts {
        /** Writes the cumulative count of each column; called under the lock, so it must not block. */
        void read(long[] columns);
    }

    private final long startNanos;
    private final long[] takenAt = new long[SNAPSHOTS];
    private Track[] tracks = new Track[0];
    private int taken;

    /** Windows of a process that counts since this moment of {@link System#nanoTime()}. */
    public Windows(long startNanos) {
        this.startNanos = startNanos;
    }

    /**
     * Follows some counts from now on; before now they were 0.
     *
     * @param columns how many counts
     * @param counts where they are read
     */
    public synchronized Track track(int columns, Counts counts) {
        Track track = new Track(columns, counts);
        tracks = Arrays.copyOf(tracks, tracks.length + 1);
        tracks[tracks.length - 1] = track;
        return track;
    }

    /** Takes a snapshot if the last one is a step old; to be called more often than that, by one thread. */
    public synchronized void tick(long nowNanos) {
        long last = taken == 0 ? startNanos : takenAt[(taken - 1) % SNAPSHOTS];
        if (nowNanos - last < STEP_NANOS) {
            return;
        }
        int slot = taken % SNAPSHOTS;
        takenAt[slot] = nowNanos;
        for (Track track : tracks) {
            track.store(slot);
        }
        taken++;
    }

    /** The slot a window starts from, -1 for the process' start, -2 if nothing is known of that time. */
    private int base(Window window, long nowNanos) {
        if (nowNanos - startNanos <= window.nanos) {
            return -1;
        }
        for (int i = Math.max(0, taken - SNAPSHOTS); i < taken; i++) {
            if (nowNanos - takenAt[i % SNAPSHOTS] <= window.nanos) {
                return i % SNAPSHOTS;
            }
        }
        return -2;
    }

    /** Some counts that are followed. */
    public final class Track {
        private final int columns;
        private final Counts counts;
        private final long[] current;
        private final long[] past;

        private Track(int columns, Counts counts) {
            this.columns = columns;
            this.counts = counts;
            this.current = new long[columns];
            this.past = new long[columns * SNAPSHOTS];
        }

        private void store(int slot) {
            counts.read(current);
            System.arraycopy(current, 0, past, slot * columns, columns);
        }

        /**
         * What was counted within a window.
         *
         * @param now the present cumulative counts, read by the caller so that all it shows is of one moment
         * @param nowNanos the moment of {@code now}
         * @return a count per column, all 0 when nothing is known of the window's time
         */
        public long[] within(Window window, long nowNanos, long... now) {
            long[] result = new long[columns];
            synchronized (Windows.this) {
                int base = base(window, nowNanos);
                for (int column = 0; column < columns && base != -2; column++) {
                    long before = base == -1 ? 0 : past[base * columns + column];
                    // A snapshot taken between the caller's reading and now may already hold more.
                    result[column] = Math.max(0, now[column] - before);
                }
            }
            return result;
        }
    }
}
