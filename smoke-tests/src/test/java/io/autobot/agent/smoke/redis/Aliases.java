package io.autobot.agent.smoke.redis;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What the metrics call the databases, whose indexes stand in a {@link Ledger}.
 *
 * @param configured names by index, for those that the agent was told
 */
record Aliases(Map<String, String> configured) {
    /** Nothing was configured. */
    static final Aliases DEFAULT = new Aliases(Map.of());

    /**
     * Entries with the index replaced.
     *
     * @param position of the index among the entry's words
     */
    Map<String, Long> named(Map<String, Long> byIndex, int position) {
        return renamed(byIndex, entry -> {
            String[] words = entry.split(" ");
            words[position] = alias(words[position]);
            return String.join(" ", words);
        });
    }

    /** Entries under other names; those that get the same are summed. */
    static Map<String, Long> renamed(Map<String, Long> counts, UnaryOperator<String> name) {
        Map<String, Long> renamed = new TreeMap<>();
        counts.forEach((entry, count) -> renamed.merge(name.apply(entry), count, Long::sum));
        return renamed;
    }

    private String alias(String index) {
        return configured.getOrDefault(index, index.equals("0") ? "main" : "db" + index);
    }
}
