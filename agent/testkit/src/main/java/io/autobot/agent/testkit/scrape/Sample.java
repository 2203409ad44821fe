package io.autobot.agent.testkit.scrape;

import java.util.Map;

/**
 * One line of a scrape.
 *
 * @param name the metric name as written, with {@code _bucket}, {@code _sum} or {@code _count} where there is one
 * @param labels names to values, escapes resolved, in the order written
 * @param value as Prometheus reads it; may be infinite or not a number
 */
public record Sample(String name, Map<String, String> labels, double value) {
    /** Whether each of these labels is there with this value; others do not matter. */
    public boolean has(Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }
}
