package io.autobot.agent.benchmarks;

import java.util.Locale;

/** A table on stdout: a name, then figures; the base line plain, the rest with a sign. */
final class Table {
    private static final String NAME = "%-36s";
    private final String[] columns;

    /** Prints the head. Columns are names, each wide enough for its figures. */
    Table(String title, String... columns) {
        this.columns = columns;
        System.out.println();
        System.out.printf(Locale.ROOT, NAME, title);
        for (String column : columns) {
            System.out.printf(Locale.ROOT, "  %12s", column);
        }
        System.out.println();
    }

    /** Prints a row. */
    void row(String name, boolean added, String format, double... figures) {
        if (figures.length != columns.length) {
            throw new IllegalArgumentException(figures.length + " figures for " + columns.length + " columns");
        }
        System.out.printf(Locale.ROOT, NAME, name);
        for (double figure : figures) {
            System.out.printf(Locale.ROOT, "  %12s", String.format(Locale.ROOT, (added ? "%+" : "%") + format, figure));
        }
        System.out.println();
    }
}
