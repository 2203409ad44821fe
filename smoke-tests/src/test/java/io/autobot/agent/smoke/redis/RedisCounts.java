package io.autobot.agent.smoke.redis;

import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counters of the agent between two scrapes, keyed by their label values, in the words of a {@link Ledger}. */
final class RedisCounts {
    private final Scrape before;
    private final Scrape after;

    RedisCounts(Scrape before, Scrape after) {
        this.before = before;
        this.after = after;
    }

    /** The change of each series of a family that changed, keyed by these labels' values. */
    Map<String, Long> of(String name, String... labels) {
        Map<String, Long> change = new TreeMap<>();
        for (Sample sample : after.find(name)) {
            change.merge(key(sample, labels), (long) sample.value(), Long::sum);
        }
        for (Sample sample : before.find(name)) {
            change.merge(key(sample, labels), -(long) sample.value(), Long::sum);
        }
        change.values().removeIf(count -> count == 0);
        return change;
    }

    /** The agent's count of every operation, over all databases and outcomes. */
    Map<String, Long> operations() {
        return of("autobot_redis_operations_total", "operation");
    }

    private static String key(Sample sample, String... labels) {
        return Stream.of(labels).map(label -> sample.labels().get(label)).collect(Collectors.joining(" "));
    }
}
