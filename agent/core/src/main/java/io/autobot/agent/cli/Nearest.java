package io.autobot.agent.cli;

import java.util.Collection;
import java.util.Comparator;

/** The known word that begins as typed, or else takes the fewest edits to reach. */
final class Nearest {
    private Nearest() {}

    /** @param known at least one word; of equally near ones the first is taken */
    static String to(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> word.startsWith(typed) ? 0 : distance(typed, word)))
                .orElseThrow();
    }

    /** Insertions, deletions and replacements, one row of the usual table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
