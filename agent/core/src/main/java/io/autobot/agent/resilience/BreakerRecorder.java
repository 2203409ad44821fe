package io.autobot.agent.resilience;

import io.autobot.agent.metrics.SeriesGuard;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the events of all breakers of one name. What befalls a breaker first is there from 0 on, so that
 * {@code increase()} sees it; the other pairs of event and reason come as they happen.
 */
final class BreakerRecorder {
    private static final BreakerEvent[] EVENTS = BreakerEvent.values();
    private static final BreakerReason[] REASONS = BreakerReason.values();

    private static final int[] FROM_THE_START = {
        slot(BreakerEvent.OPENED, BreakerReason.TOO_MANY_FAILURES),
        slot(BreakerEvent.OPENED, BreakerReason.TOO_SLOW),
        slot(BreakerEvent.REJECTED, BreakerReason.TOO_MANY_FAILURES)
    };

    /** Series of a new recorder. */
    static final int FIRST_SERIES = FROM_THE_START.length;

    private final String name;
    private final SeriesGuard.Family room;

    /** Counts what finds no room here; {@code null} in the folded recorder, for which room is set aside. */
    private final BreakerRecorder folded;

    private final AtomicReferenceArray<LongAdder> counts = new AtomicReferenceArray<>(EVENTS.length * REASONS.length);

    private BreakerRecorder(String name, SeriesGuard.Family room, BreakerRecorder folded, int[] slots) {
        this.name = name;
        this.room = room;
        this.folded = folded;
        for (int slot : slots) {
            counts.set(slot, new LongAdder());
        }
    }

    /** The caller has claimed room for the first series. */
    BreakerRecorder(String name, SeriesGuard.Family room, BreakerRecorder folded) {
        this(name, room, folded, FROM_THE_START);
    }

    /** The recorder of all that find no room. */
    static BreakerRecorder folded(SeriesGuard.Family room) {
        return new BreakerRecorder(SeriesGuard.OTHER, room, null, new int[0]);
    }

    /** Shown at scrape. */
    interface Visitor {
        /** One series and its count. */
        void see(BreakerEvent event, BreakerReason reason, long count);
    }

    private static int slot(BreakerEvent event, BreakerReason reason) {
        return event.ordinal() * REASONS.length + reason.ordinal();
    }

    String name() {
        return name;
    }

    void count(BreakerEvent event, BreakerReason reason) {
        int slot = slot(event, reason);
        LongAdder count = counts.get(slot);
        if (count == null) {
            count = create(slot);
        }
        if (count == null) {
            folded.count(event, reason);
            return;
        }
        count.increment();
        if (folded == null) {
            room.folded();
        }
    }

    /** The count of this slot from now on, {@code null} without room. */
    private synchronized LongAdder create(int slot) {
        LongAdder known = counts.get(slot);
        if (known == null && (folded == null || room.claim(1))) {
            known = new LongAdder();
            counts.set(slot, known);
        }
        return known;
    }

    void read(Visitor visitor) {
        for (BreakerEvent event : EVENTS) {
            for (BreakerReason reason : REASONS) {
                LongAdder count = counts.get(slot(event, reason));
                if (count != null) {
                    visitor.see(event, reason, count.sum());
                }
            }
        }
    }

    long events() {
        long events = 0;
        for (int slot = 0; slot < counts.length(); slot++) {
            LongAdder count = counts.get(slot);
            events += count == null ? 0 : count.sum();
        }
        return events;
    }
}
