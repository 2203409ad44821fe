package io.autobot.agent.instrumentation.jobrunr;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of JobRunr that the tests of this module run. */
final class JobRunrReleases {
    static final String NEWEST = "8.7.0";

    private JobRunrReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every major one. */
    static List<String> all() {
        return Matrix.outermost(List.of("5.3.3", "6.3.5", "7.5.3", NEWEST));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(List.of("org.jobrunr:jobrunr:" + release, "com.google.code.gson:gson:2.10.1")),
                JobRunrReleases.class);
    }
}
