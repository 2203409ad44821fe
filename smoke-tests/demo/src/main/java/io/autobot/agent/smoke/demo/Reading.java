package io.autobot.agent.smoke.demo;

import io.autobot.agent.testkit.scrape.Sample;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * One scrape and when it was taken.
 *
 * @param nanos as {@link System#nanoTime} has it
 */
record Reading(Scrape scrape, long nanos) {
    static Reading of(String url) throws IOException {
        return new Reading(Scrape.get(url), System.nanoTime());
    }

    /** The values of a label among the samples of a name that have these labels. */
    Set<String> values(String label, String name, String... labels) {
        Set<String> values = new TreeSet<>();
        for (Sample sample : scrape.find(name, labels)) {
            values.add(sample.labels().get(label));
        }
        return values;
    }

    /** Empty when there is no such sample: absent is not 0. */
    OptionalDouble sum(String name, String... labels) {
        List<Sample> found = scrape.find(name, labels);
        return found.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(found.stream().mapToDouble(Sample::value).sum());
    }
}
