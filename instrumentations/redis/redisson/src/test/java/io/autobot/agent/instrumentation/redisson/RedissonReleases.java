package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** The releases of Redisson that the tests of this module run. */
final class RedissonReleases {
    /** The oldest and the newest of each major version come first and last of their line. */
    private static final List<List<String>> RELEASES = List.of(
            List.of(
                    "3.17.0", "3.19.3", "3.20.0", "3.25.2", "3.27.2", "3.30.0", "3.35.0", "3.40.2", "3.45.0", "3.51.0",
                    "3.52.0"),
            List.of("4.0.0", "4.1.0", "4.3.0", "4.7.0"));

    private RedissonReleases() {}

    /** By default the oldest and the newest of each major version, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? RELEASES.stream().flatMap(List::stream).toList() : outermost();
    }

    /** The oldest and the newest of each major version. */
    static List<String> outermost() {
        return RELEASES.stream()
                .flatMap(line -> Stream.of(line.get(0), line.get(line.size() - 1)))
                .toList();
    }

    /** Those that talk to a server, which takes seconds each: by default the oldest and the newest of all. */
    static List<String> served() {
        return Matrix.all() ? all() : List.of("3.17.0", "4.7.0");
    }

    /** What takes longer still: by default with the newest alone. */
    static List<String> newest() {
        return Matrix.all() ? all() : List.of("4.7.0");
    }

    /** A release with all it needs. */
    static List<File> files(String release) {
        return Libraries.resolve("org.redisson:redisson:" + release);
    }
}
