package io.autobot.agent.instrumentation.failsafe;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of Failsafe that the tests of this module run. */
final class FailsafeReleases {
    static final List<String> EVERY = List.of("3.0.0", "3.1.0", "3.2.4", "3.3.0", "3.3.2");

    private FailsafeReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.outermost(EVERY);
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(List.of("dev.failsafe:failsafe:" + release)), FailsafeReleases.class);
    }
}
