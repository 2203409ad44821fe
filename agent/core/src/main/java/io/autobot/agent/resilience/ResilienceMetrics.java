package io.autobot.agent.resilience;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.MetricsDomain;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.spi.WeakSet;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The numbers of circuit breakers, whatever library they come from. Counters stay for as long as the JVM lives; the
 * gauges are read from the breakers that live at the scrape. Any thread may call any method.
 */
public final class ResilienceMetrics implements MetricsDomain {
    private static final String UNKNOWN = "unknown";

    private final SeriesGuard.Family room;
    private final BreakerRecorder folded;
    private final WeakSet<Breaker> breakers = new WeakSet<>();
    private final ConcurrentHashMap<String, BreakerRecorder> recorders = new ConcurrentHashMap<>();

    /** No breaker yet. */
    ResilienceMetrics(SeriesGuard guard) {
        room = guard.family(ResilienceFamilies.EVENTS);
        folded = BreakerRecorder.folded(room);
    }

    Breaker breaker(String name, BreakerView view) {
        String known = name == null || name.isEmpty() ? UNKNOWN : name;
        BreakerRecorder recorder = recorders.get(known);
        return new Breaker(this, recorder != null ? recorder : admit(known), view);
    }

    /** Refused names are not remembered: there may be any number. */
    private synchronized BreakerRecorder admit(String name) {
        BreakerRecorder known = recorders.get(name);
        if (known != null) {
            return known;
        }
        if (name.equals(SeriesGuard.OTHER) || !room.claim(BreakerRecorder.FIRST_SERIES)) {
            return folded;
        }
        BreakerRecorder admitted = new BreakerRecorder(name, room, folded);
        recorders.put(name, admitted);
        return admitted;
    }

    void show(Breaker breaker) {
        breakers.add(breaker);
    }

    @Override
    public List<FamilyDescription> families() {
        return ResilienceFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        return new ResilienceScrape(this, wanted).collect();
    }

    @Override
    public long activity() {
        long activity = 0;
        for (BreakerRecorder recorder : recorders()) {
            // A breaker that is seen is news, before anything happens to it.
            activity += 1 + recorder.events();
        }
        return activity;
    }

    WeakSet<Breaker> breakers() {
        return breakers;
    }

    /** Those of all names and the folded one. */
    List<BreakerRecorder> recorders() {
        List<BreakerRecorder> all = new ArrayList<>(recorders.values());
        all.add(folded);
        return all;
    }
}
