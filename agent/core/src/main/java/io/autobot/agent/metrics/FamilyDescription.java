package io.autobot.agent.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a metric family is, apart from its numbers. Immutable, and free of Prometheus types: a description may be
 * touched before anything of the client is loaded.
 *
 * @param name the name as scraped, with {@code _total} where it has one
 * @param type counter, gauge or histogram
 * @param labels the labels in the order in which values are given
 * @param help one sentence for people
 * @param unit the unit of the value, {@code 1} for plain numbers
 * @param category the category of the health report, for example {@code redis}
 * @param buckets the bucket kind, {@code null} unless a histogram
 * @param documented whether the family is part of the published contract, else it is one of the further ones
 * @param viewOf the family whose numbers this one repeats, {@code null} if it has its own
 */
public record FamilyDescription(
        String name,
        Type type,
        List<Label> labels,
        String help,
        String unit,
        String category,
        Buckets buckets,
        boolean documented,
        String viewOf) {

    /** The type written in the TYPE line. */
    public enum Type {
        COUNTER,
        GAUGE,
        HISTOGRAM;

        /** The word of the TYPE line, for example {@code counter}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One label.
     *
     * @param name the label's name
     * @param closedValues its only possible values; empty for an open label, whose values the series guard may fold
     */
    public record Label(String name, List<String> closedValues) {
        /** Copies the values. */
        public Label {
            closedValues = List.copyOf(closedValues);
        }

        /** Whether values come from outside, so that their number has no natural end. */
        public boolean isOpen() {
            return closedValues.isEmpty();
        }
    }

    /** Copies the labels. */
    public FamilyDescription {
        labels = List.copyOf(labels);
        if (help.isBlank()) {
            throw new IllegalArgumentException("family " + name + " has no help text");
        }
        if ((type == Type.HISTOGRAM) != (buckets != null)) {
            throw new IllegalArgumentException("family " + name + ": exactly histograms have a bucket kind");
        }
    }

    /** Starts the description of a counter. */
    public static Builder counter(String category, String name) {
        return new Builder(category, name, Type.COUNTER, null);
    }

    /** Starts the description of a gauge. */
    public static Builder gauge(String category, String name) {
        return new Builder(category, name, Type.GAUGE, null);
    }

    /** Starts the description of a histogram. */
    public static Builder histogram(String category, String name, Buckets buckets) {
        return new Builder(category, name, Type.HISTOGRAM, buckets);
    }

    /** The label names in order; a new array. */
    public String[] labelNames() {
        String[] names = new String[labels.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels.get(i).name();
        }
        return names;
    }

    /** How many series one set of open values can have: the product of the closed labels' values. */
    public int closedCombinations() {
        int combinations = 1;
        for (Label label : labels) {
            if (!label.isOpen()) {
                combinations =
                        Math.multiplyExact(combinations, label.closedValues().size());
            }
        }
        return combinations;
    }

    /** Collects the parts of a description. */
    public static final class Builder {
        private final String category;
        private final String name;
        private final Type type;
        private final Buckets buckets;
        private final List<Label> labels = new ArrayList<>();
        private String unit = "1";
        private boolean documented;
        private String viewOf;

        private Builder(String category, String name, Type type, Buckets buckets) {
            this.category = category;
            this.name = name;
            this.type = type;
            this.buckets = buckets;
        }

        /** Adds labels whose values come from outside. */
        public Builder open(String... names) {
            for (String label : names) {
                labels.add(new Label(label, List.of()));
            }
            return this;
        }

        /** Adds a label with a fixed set of values. */
        public Builder closed(String label, String... values) {
            labels.add(new Label(label, List.of(values)));
            return this;
        }

        /** Adds a label whose values are the names of these constants in lower case. */
        public Builder closed(String label, Enum<?>[] values) {
            String[] ids = new String[values.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = values[i].name().toLowerCase(Locale.ROOT);
            }
            return closed(label, ids);
        }

        /** The unit of the value, for example {@code seconds}. */
        public Builder unit(String unit) {
            this.unit = unit;
            return this;
        }

        /** Marks a family of the published contract. */
        public Builder documented() {
            documented = true;
            return this;
        }

        /** Names the family whose numbers this one repeats. */
        public Builder viewOf(FamilyDescription source) {
            viewOf = source.name();
            return this;
        }

        /** Ends the description with the sentence for people. */
        public FamilyDescription help(String help) {
            return new FamilyDescription(name, type, labels, help, unit, category, buckets, documented, viewOf);
        }
    }
}
