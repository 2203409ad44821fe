package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** The releases of Lettuce that the tests of this module run. */
final class LettuceReleases {
    private static final List<String> OUTERMOST =
            List.of("5.0.0", "5.1.0", "5.3.7", "6.0.0", "6.8.2", "7.0.0", "7.7.0");

    private static final List<String> BETWEEN = List.of(
            "5.0.5", "5.1.8", "5.2.0", "5.2.2", "5.3.0", "6.0.9", "6.1.0", "6.1.10", "6.2.0", "6.2.7", "6.3.0", "6.3.2",
            "6.4.0", "6.4.2", "6.5.0", "6.5.5", "6.6.0", "6.7.1", "6.8.0", "7.1.0", "7.2.0", "7.3.0", "7.4.0", "7.5.0",
            "7.6.0");

    private LettuceReleases() {}

    /** By default the oldest and the newest of each major version, with {@code -Pmatrix} all between them too. */
    static List<String> all() {
        return Matrix.all()
                ? Stream.concat(OUTERMOST.stream(), BETWEEN.stream()).toList()
                : OUTERMOST;
    }

    /** The oldest and the newest of each major version. */
    static List<String> outermost() {
        return OUTERMOST;
    }

    /** A release with all it needs. */
    static List<File> files(String release) {
        String pool = release.startsWith("5.0.") ? "2.4.3" : "2.12.1";
        return Libraries.resolveAll(
                List.of("io.lettuce:lettuce-core:" + release + ".RELEASE", "org.apache.commons:commons-pool2:" + pool));
    }
}
