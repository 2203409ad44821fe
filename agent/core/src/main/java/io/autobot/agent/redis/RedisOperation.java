package io.autobot.agent.redis;

import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.metrics.Windows;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts one command of one database. This is the hot path: one histogram observation and one count per call, no
 * allocation, no lock, no look-up. Any thread may call any method; durations are in nanoseconds.
 *
 * <p>Exactly one method is called per attempted command. The duration is observed before the count moves, so at any
 * moment the histogram is at or ahead of the counts by the calls that are between the two.
 */
public final class RedisOperation {
    private static final double NANOS_PER_SECOND = 1e9;

    private final String database;
    private final String operation;
    private final DistributionDataPoint latency;
    private final LongAdder success = new LongAdder();
    private final LongAdder hit = new LongAdder();
    private final LongAdder miss = new LongAdder();
    private final LongAdder error = new LongAdder();
    private final LongAdder timeout = new LongAdder();

    /** The guard to tell of each event when these are the folded series, else {@code null}. */
    private final FoldedEvents folded;

    private final Windows.Track track;

    /** Made by the first scrape. Without a barrier: it has only final fields, and two that race make equal ones. */
    private RedisOperationLabels labels;

    RedisOperation(
            String database, String operation, DistributionDataPoint latency, FoldedEvents folded, Windows windows) {
        this.database = database;
        this.operation = operation;
        this.latency = latency;
        this.folded = folded;
        this.track = windows.track(Reading.COLUMNS, columns -> read().into(columns));
    }

    /** A reply that is not an error, to a command that looks nothing up. */
    public void success(long nanos) {
        observe(nanos);
        count(success);
    }

    /** A look-up that found something. */
    public void hit(long nanos) {
        observe(nanos);
        count(hit);
    }

    /** A look-up that found nothing. */
    public void miss(long nanos) {
        observe(nanos);
        count(miss);
    }

    /** An error reply or an I/O failure. */
    public void error(long nanos) {
        observe(nanos);
        count(error);
    }

    /** No reply in time: an error, and one of {@code autobot_timeout_total}. */
    public void timeout(long nanos) {
        observe(nanos);
        // The error first, and read last, so that nobody sees more timeouts than errors.
        count(error);
        timeout.increment();
        if (folded != null) {
            folded.timeouts().folded();
        }
    }

    /** A success that has no duration, such as a subscription. */
    public void counted() {
        count(success);
    }

    /** An error that has no duration. */
    public void erredUntimed() {
        count(error);
    }

    private void observe(long nanos) {
        // Division, because multiplying by 1e-9 puts round durations just above the bucket bound they equal.
        latency.observe(nanos / NANOS_PER_SECOND);
        if (folded != null) {
            folded.latency().folded();
        }
    }

    private void count(LongAdder status) {
        status.increment();
        if (folded != null) {
            folded.operations().folded();
        }
    }

    boolean isFolded() {
        return folded != null;
    }

    /** What it is shown under. */
    RedisOperationLabels labels() {
        RedisOperationLabels made = labels;
        if (made == null) {
            made = new RedisOperationLabels(database, operation);
            labels = made;
        }
        return made;
    }

    Windows.Track track() {
        return track;
    }

    /** The present counts. */
    Reading read() {
        long timedOut = timeout.sum();
        return new Reading(success.sum(), hit.sum(), miss.sum(), error.sum(), timedOut);
    }

    /** What was counted up to one moment. */
    record Reading(long success, long hit, long miss, long error, long timeout) {
        static final int COLUMNS = 3;
        static final int ATTEMPTS = 0;
        static final int ERRORS = 1;
        static final int TIMEOUTS = 2;

        long attempts() {
            return success + hit + miss + error;
        }

        void into(long[] columns) {
            columns[ATTEMPTS] = attempts();
            columns[ERRORS] = error;
            columns[TIMEOUTS] = timeout;
        }
    }

    /** The guards that count what goes to folded series. */
    record FoldedEvents(SeriesGuard.Family operations, SeriesGuard.Family latency, SeriesGuard.Family timeouts) {}
}
