package io.autobot.agent.smoke.redis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a program says it did, read from its lines {@code kind words... count}. Kinds: {@code op database operation
 * status}; {@code timed database operation}; {@code timeout type database status}; {@code pubsub database direction};
 * {@code borrow database}; {@code script operation}, called inside the server; {@code unseen operation}, never executed
 * by it; {@code maybe operation}, executed or not; {@code twice operation}, perhaps executed once more. Databases are indexes. Immutable.
 */
final class Ledger {
    private static final Set<String> CONTAINERS =
            Set.of("client", "cluster", "config", "function", "memory", "object", "pubsub", "script");

    private final Map<String, Long> entries;

    private Ledger(Map<String, Long> entries) {
        this.entries = entries;
    }

    static Ledger parse(List<String> lines) {
        Map<String, Long> entries = new TreeMap<>();
        for (String line : lines) {
            int space = line.lastIndexOf(' ');
            entries.merge(line.substring(0, space), Long.valueOf(line.substring(space + 1)), Long::sum);
        }
        return new Ledger(entries);
    }

    /** The entries of a kind: the words after it, separated by blanks, and the count. */
    Map<String, Long> of(String kind) {
        Map<String, Long> chosen = new TreeMap<>();
        entries.forEach((entry, count) -> {
            if (entry.startsWith(kind + " ")) {
                chosen.put(entry.substring(kind.length() + 1), count);
            }
        });
        return chosen;
    }

    /** The application's commands by operation, over all databases and outcomes. */
    Map<String, Long> operations() {
        Map<String, Long> sums = new TreeMap<>();
        of("op").forEach((words, count) -> sums.merge(words.split(" ")[1], count, Long::sum));
        return sums;
    }

    /** Sub-commands summed under their containers, as servers older than 7 count them. */
    static Map<String, Long> folded(Map<String, Long> byOperation) {
        Map<String, Long> sums = new TreeMap<>();
        byOperation.forEach((operation, count) -> {
            String first = operation.split("_")[0];
            sums.merge(CONTAINERS.contains(first) ? first : operation, count, Long::sum);
        });
        return sums;
    }
}
