package io.autobot.agent.llm;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Requests by the day of UTC in which they were counted. A month is the sum of its days, so that a request is counted
 * once whatever is asked later, and one that read the clock just before midnight never counts for the new day, however
 * late it arrives. Any thread.
 */
final class RequestDays implements Quotas.Counter {
    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    /** Nothing further from the day at hand is of the same month. */
    private static final int KEPT_DAYS = 31;

    private final LongSupplier epochMillis;
    private final TreeMap<Long, Day> days = new TreeMap<>();
    private volatile Day latest;

    private static final class Day {
        final long epochDay;
        final LongAdder requests = new LongAdder();

        Day(long epochDay) {
            this.epochDay = epochDay;
        }
    }

    RequestDays(LongSupplier epochMillis) {
        this.epochMillis = epochMillis;
        day(epochDay(epochMillis.getAsLong()));
    }

    private static long epochDay(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }

    @Override
    public void count() {
        long today = epochDay(epochMillis.getAsLong());
        Day day = latest;
        if (day.epochDay != today) {
            day = day(today);
        }
        day.requests.increment();
    }

    /** The day of this number, which may lie before the latest: a thread was late, or the clock was set back. */
    private Day day(long epochDay) {
        synchronized (days) {
            days.headMap(epochDay - KEPT_DAYS).clear();
            days.tailMap(epochDay + KEPT_DAYS, false).clear();
            // Within the lock, so that it is never a day that another thread has just dropped.
            latest = days.computeIfAbsent(epochDay, Day::new);
            return latest;
        }
    }

    long inDayOf(long millis) {
        return sum(LocalDate.ofEpochDay(epochDay(millis)), 1);
    }

    long inMonthOf(long millis) {
        LocalDate day = LocalDate.ofEpochDay(epochDay(millis));
        return sum(day.withDayOfMonth(1), day.lengthOfMonth());
    }

    private long sum(LocalDate first, int count) {
        long start = first.toEpochDay();
        long sum = 0;
        synchronized (days) {
            for (Day day : days.subMap(start, start + count).values()) {
                sum += day.requests.sum();
            }
        }
        return sum;
    }
}
