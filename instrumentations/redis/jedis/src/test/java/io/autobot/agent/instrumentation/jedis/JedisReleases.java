package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The releases of Jedis that the tests of this module run. */
final class JedisReleases {
    /** The oldest and the newest of each major version come first and last of their line. */
    private static final List<List<String>> RELEASES = List.of(
            List.of(
                    "3.0.0", "3.0.1", "3.1.0", "3.2.0", "3.3.0", "3.4.0", "3.4.1", "3.5.0", "3.5.1", "3.5.2", "3.6.0",
                    "3.6.1", "3.6.2", "3.6.3", "3.7.0", "3.7.1", "3.8.0", "3.9.0", "3.10.0"),
            List.of(
                    "4.0.0", "4.0.1", "4.1.0", "4.1.1", "4.2.0", "4.2.1", "4.2.2", "4.2.3", "4.3.0", "4.3.1", "4.3.2",
                    "4.4.0", "4.4.1", "4.4.2", "4.4.3", "4.4.4", "4.4.5", "4.4.6", "4.4.7", "4.4.8"),
            List.of("5.0.0", "5.0.1", "5.0.2", "5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.5", "5.2.0"),
            List.of("6.0.0", "6.1.0", "6.2.0"),
            List.of("7.0.0", "7.1.0", "7.2.0", "7.5.3"),
            List.of("8.0.0", "8.0.2"));

    /** Jedis leaves it to its users to add what its fail-over needs. */
    private static final List<String> FAILOVER = List.of(
            "io.github.resilience4j:resilience4j-circuitbreaker:1.7.1",
            "io.github.resilience4j:resilience4j-retry:1.7.1");

    private JedisReleases() {}

    /** By default the oldest and the newest of each major version, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? RELEASES.stream().flatMap(List::stream).toList() : outermost();
    }

    /** The oldest and the newest of each major version. */
    static List<String> outermost() {
        List<String> releases = new ArrayList<>();
        for (List<String> line : RELEASES) {
            releases.add(line.get(0));
            releases.add(line.get(line.size() - 1));
        }
        return releases;
    }

    /** A release with all it needs. */
    static List<File> files(String release) {
        List<String> coordinates = new ArrayList<>(List.of("redis.clients:jedis:" + release));
        if (release.charAt(0) >= '5') {
            coordinates.addAll(FAILOVER);
        }
        return Libraries.resolveAll(coordinates);
    }
}
