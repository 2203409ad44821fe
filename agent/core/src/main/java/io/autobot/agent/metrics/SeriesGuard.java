package io.autobot.agent.metrics;

import io.autobot.agent.log.AgentLog;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps the number of series of every family under a limit, whatever the application puts into label values.
 *
 * <p>A recorder asks for room before it creates its series, and for as many as it may ever need, so that the limit
 * holds without a question on the hot path. Without room it uses the series whose open labels all read {@value #OTHER}
 * and reports each event as folded. Room for those is set aside from the start. A histogram counts as one series.
 *
 * <p>Safe for use by any thread.
 */
public final class SeriesGuard {
    /** The value of folded labels. */
    public static final String OTHER = "other";

    /** The limit unless configured. */
    public static final int DEFAULT_LIMIT = 1_000;

    private final int limit;
    private final ConcurrentHashMap<String, Family> families = new ConcurrentHashMap<>();

    /** A guard that allows so many series per family, the folded ones included. */
    public SeriesGuard(int limit) {
        this.limit = limit;
    }

    /** The guard of one family, always the same for the same name. */
    public Family family(FamilyDescription description) {
        return families.computeIfAbsent(description.name(), name -> new Family(name, description.closedCombinations()));
    }

    /** Events folded so far, by family; a family that never folded has 0. */
    public Map<String, Long> folded() {
        Map<String, Long> result = new TreeMap<>();
        families.forEach((name, family) -> result.put(name, family.foldedEvents.sum()));
        return result;
    }

    /** The guard of one family. */
    public final class Family {
        private final String name;
        private final AtomicInteger claimed;
        private final LongAdder foldedEvents = new LongAdder();
        private volatile boolean refused;

        private Family(String name, int setAside) {
            this.name = name;
            this.claimed = new AtomicInteger(setAside);
        }

        /**
         * Asks for room. The first refusal of a family writes one line.
         *
         * @param series how many series the caller may create
         * @return whether they may be created; if not, the caller uses {@link #OTHER} for the open labels
         */
        public boolean claim(int series) {
            int before = claimed.get();
            while (before + series <= limit) {
                if (claimed.compareAndSet(before, before + series)) {
                    return true;
                }
                before = claimed.get();
            }
            if (!refused) {
                refused = true;
                AgentLog.warnOnce(
                        "series-guard:" + name,
                        "metric family " + name + " reached its limit of " + limit
                                + " series; further label values count as \"other\". Raise"
                                + " metrics.max-series-per-family to see them.");
            }
            return false;
        }

        /** Counts one event that went to a folded series. No allocation, no lock. */
        public void folded() {
            foldedEvents.increment();
        }

        /** Counts several events that went to a folded series. */
        public void folded(long events) {
            foldedEvents.add(events);
        }
    }
}
