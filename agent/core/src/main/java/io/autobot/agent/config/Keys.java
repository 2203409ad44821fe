package io.autobot.agent.config;

import io.autobot.agent.status.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the option that a written key means, and for a key that means none, the nearest one that does. */
final class Keys {
    private final List<String> instrumentations;

    /** @param instrumentations the names there are, {@code null} to take any name for one */
    Keys(Set<String> instrumentations) {
        if (instrumentations == null) {
            this.instrumentations = null;
            return;
        }
        this.instrumentations = new ArrayList<>(instrumentations);
        for (Group group : Group.values()) {
            this.instrumentations.add(group.id());
        }
    }

    /** The option of a key as this source writes it, {@code null} for none. */
    Option<?> find(Source source, String key) {
        for (Option<?> option : Options.ALL) {
            if (option.key().equals(key) && !option.isPattern()) {
                return option;
            }
            if (source == Source.ARGUMENTS && key.equals(option.shortForm())) {
                return option;
            }
        }
        for (Option<?> option : Options.ALL) {
            // A secret that YAML takes for a map must still be seen as that secret, and not be shown as a key.
            if ((option.isMap() || option.isSecret()) && isBelow(key, option.key())) {
                return option;
            }
            String name = option.isPattern() ? option.nameIn(key) : null;
            if (name != null && (option != Options.INSTRUMENTATION_ENABLED || isInstrumentation(name))) {
                return option;
            }
        }
        return null;
    }

    private boolean isInstrumentation(String name) {
        return instrumentations == null || instrumentations.contains(name);
    }

    /** The key that an environment variable sets, {@code null} for none. */
    String ofEnvironment(String variable) {
        for (String key : concrete("")) {
            if (Source.environmentName(key).equals(variable)) {
                return key;
            }
        }
        String buckets = Source.environmentName(Options.METRICS_BUCKETS.keyFor(""));
        if (variable.startsWith(buckets) && variable.length() > buckets.length()) {
            return Options.METRICS_BUCKETS.keyFor(
                    variable.substring(buckets.length()).toLowerCase(Locale.ROOT));
        }
        return null;
    }

    /** Whether further keys stand below this one, as below {@code endpoint}. */
    boolean isSection(String key) {
        return firstBelow(key) != null;
    }

    private String firstBelow(String key) {
        for (String known : concrete("")) {
            if (isBelow(known, key)) {
                return known;
            }
        }
        return null;
    }

    private static boolean isBelow(String key, String section) {
        return key.length() > section.length() && key.charAt(section.length()) == '.' && key.startsWith(section);
    }

    /** The end of a line about a key that means nothing. */
    String unknown(String key) {
        int dot = key.lastIndexOf('.');
        for (Option<?> option : Options.ALL) {
            if (isBelow(key, option.key())) {
                return "no keys stand below '" + option.key() + "', which takes " + option.form();
            }
        }
        String below = firstBelow(key);
        if (below != null) {
            return "takes no value itself, keys below it do, such as '" + below + "'";
        }
        return "no such key" + nearest(key, concrete(dot < 0 ? "" : key.substring(dot + 1)));
    }

    /** Names the nearest of some keys, or where they are listed if none is near. */
    static String nearest(String key, Iterable<String> candidates) {
        String lower = key.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            boolean lastPart = lower.indexOf('.') < 0 && candidate.endsWith("." + lower);
            int distance = lastPart ? 0 : distance(lower, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best != null && least <= Math.max(2, key.length() / 3)
                ? ", the nearest is '" + best + "'"
                : ", see docs/configuration.md";
    }

    /** Every key that may be written, with the given family where one belongs. */
    private List<String> concrete(String family) {
        List<String> keys = new ArrayList<>();
        for (Option<?> option : Options.ALL) {
            if (!option.isPattern()) {
                keys.add(option.key());
            } else if (option == Options.METRICS_BUCKETS) {
                keys.add(option.keyFor(family));
            } else if (instrumentations != null) {
                for (String name : instrumentations) {
                    keys.add(option.keyFor(name));
                }
            }
        }
        return keys;
    }

    /** Levenshtein's distance; texts of very unequal length are not worth the work. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 20) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
