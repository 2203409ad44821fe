package io.autobot.agent.instrumentation.resilience4j;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.ArrayList;
import java.util.List;

/** The releases of Resilience4j that the tests of this module run. */
final class Resilience4jReleases {
    static final List<String> EVERY =
            List.of("1.3.1", "1.5.0", "1.6.1", "1.7.1", "2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0");

    private Resilience4jReleases() {}

    /** By default the oldest and the newest of each major version, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : outermost();
    }

    /** The oldest and the newest of each major version. */
    static List<String> outermost() {
        return List.of("1.3.1", "1.7.1", "2.0.0", "2.4.0");
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release, String... more) {
        List<String> libraries = new ArrayList<>(List.of(
                "io.github.resilience4j:resilience4j-circuitbreaker:" + release,
                "io.github.resilience4j:resilience4j-retry:" + release,
                "io.github.resilience4j:resilience4j-timelimiter:" + release,
                "org.slf4j:slf4j-nop:1.7.36"));
        libraries.addAll(List.of(more));
        return LibraryLoader.withAssertions(Libraries.resolveAll(libraries), Resilience4jReleases.class);
    }
}
