package io.autobot.agent.testkit;

import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which library versions run on which JDK. By default the oldest run on 17 and the newest on 25; with the system
 * property {@code autobot.test.matrix=all} every version runs on both.
 */
public final class Matrix {
    /** The system property: {@code default} or {@code all}. */
    public static final String PROPERTY = "autobot.test.matrix";

    private Matrix() {}

    /**
     * One JDK and the versions to run on it, in one forked JVM or one after the other.
     *
     * @param feature the JDK's feature release
     * @param versions from old to new
     */
    public record Group(int feature, List<String> versions) {
        /** The JDK; a test that asks for one that is not installed is skipped (failed on CI). */
        public Jdk jdk() {
            return Jdks.of(feature);
        }
    }

    /**
     * One version on one JDK.
     *
     * @param version a library version
     * @param feature the JDK's feature release
     */
    public record Row(String version, int feature) {
        /** The JDK; a test that asks for one that is not installed is skipped (failed on CI). */
        public Jdk jdk() {
            return Jdks.of(feature);
        }
    }

    /** Whether every version runs on every JDK. */
    public static boolean all() {
        String value = System.getProperty(PROPERTY, "default");
        if (!value.equals("all") && !value.equals("default")) {
            throw new IllegalArgumentException("-D" + PROPERTY + " is default or all, not " + value);
        }
        return value.equals("all");
    }

    /** For what runs on the JDK of the test itself: by default the oldest and the newest of these versions, or all. */
    public static List<String> outermost(List<String> versions) {
        return all() ? versions : List.of(versions.get(0), versions.get(versions.size() - 1));
    }

    /** For {@code @MethodSource}: one row for each version and JDK. Versions from old to new. */
    public static List<Row> rows(String... versions) {
        List<Row> rows = new ArrayList<>();
        for (Group group : groups(versions)) {
            group.versions().forEach(version -> rows.add(new Row(version, group.feature())));
        }
        return rows;
    }

    /** For {@code @MethodSource}: one group for each JDK. Versions from old to new. */
    public static List<Group> groups(String... versions) {
        return groups(List.of(versions[0]), List.of(versions[versions.length - 1]), List.of(versions));
    }

    /** As {@link #groups(String...)} for a library with several lines, each with an oldest and a newest version. */
    public static List<Group> groups(List<String> oldest, List<String> newest) {
        Set<String> both = new LinkedHashSet<>();
        for (int line = 0; line < Math.max(oldest.size(), newest.size()); line++) {
            if (line < oldest.size()) {
                both.add(oldest.get(line));
            }
            if (line < newest.size()) {
                both.add(newest.get(line));
            }
        }
        return groups(oldest, newest, List.copyOf(both));
    }

    private static List<Group> groups(List<String> oldest, List<String> newest, List<String> every) {
        return all()
                ? List.of(new Group(17, every), new Group(25, every))
                : List.of(new Group(17, oldest), new Group(25, newest));
    }
}
