package io.autobot.agent.resilience;

import io.autobot.agent.log.AgentLog;
import io.autobot.agent.metrics.Rows;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One scrape of the circuit breakers: the counters by name, the gauges from the breakers that live. */
final class ResilienceScrape {
    private final ResilienceMetrics metrics;
    private final Predicate<String> wanted;
    private final List<MetricSnapshot> snapshots = new ArrayList<>();

    ResilienceScrape(ResilienceMetrics metrics, Predicate<String> wanted) {
        this.metrics = metrics;
        this.wanted = wanted;
    }

    /** All breakers of one name. */
    private static final class Reading {
        private BreakerState worst = BreakerState.CLOSED;
        private long failures;
    }

    List<MetricSnapshot> collect() {
        if (wanted.test(ResilienceFamilies.EVENTS.name())) {
            events();
        }
        if (Rows.wants(wanted, ResilienceFamilies.STATE, ResilienceFamilies.FAILURES)) {
            gauges();
        }
        return snapshots;
    }

    private void events() {
        Rows rows = new Rows(ResilienceFamilies.EVENTS);
        for (BreakerRecorder recorder : metrics.recorders()) {
            recorder.read((event, reason, count) -> rows.add(count, recorder.name(), event.id(), reason.id()));
        }
        rows.into(snapshots);
    }

    private void gauges() {
        Map<String, Reading> readings = new TreeMap<>();
        metrics.breakers().retain(breaker -> read(breaker, readings));
        Rows states = new Rows(ResilienceFamilies.STATE);
        Rows failures = new Rows(ResilienceFamilies.FAILURES);
        readings.forEach((name, reading) -> {
            states.add(reading.worst.value(), name);
            failures.add(reading.failures, name);
        });
        if (wanted.test(ResilienceFamilies.STATE.name())) {
            states.into(snapshots);
        }
        if (wanted.test(ResilienceFamilies.FAILURES.name())) {
            failures.into(snapshots);
        }
    }

    /** Whether the breaker still lives; one that cannot be read is left out of this scrape and kept for the next. */
    private static boolean read(Breaker breaker, Map<String, Reading> readings) {
        try {
            BreakerState state = breaker.view().state();
            if (state == null) {
                return false;
            }
            long failed = breaker.view().failures();
            Reading reading = readings.computeIfAbsent(breaker.name(), name -> new Reading());
            reading.worst = reading.worst.compareTo(state) < 0 ? state : reading.worst;
            reading.failures += failed;
        } catch (Exception | LinkageError failure) {
            AgentLog.warnOnce(
                    "breaker-view:" + failure.getClass().getName(),
                    "the state of a circuit breaker could not be read and is left out of the gauges: "
                            + AgentLog.brief(failure));
        }
        return true;
    }
}
