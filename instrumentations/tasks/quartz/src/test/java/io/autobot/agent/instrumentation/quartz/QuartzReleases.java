package io.autobot.agent.instrumentation.quartz;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of Quartz that the tests of this module run. */
final class QuartzReleases {
    static final String NEWEST = "2.5.2";

    private QuartzReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every minor one. */
    static List<String> all() {
        return Matrix.outermost(List.of("2.2.0", "2.3.2", "2.4.1", NEWEST));
    }

    /** A release with all it needs, Spring's support for it, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(List.of(
                        "org.quartz-scheduler:quartz:" + release,
                        "org.springframework:spring-context-support:" + (release.equals(NEWEST) ? "7.0.10" : "5.3.39"),
                        "org.slf4j:slf4j-nop:" + (release.startsWith("2.5") ? "2.0.17" : "1.7.36"))),
                QuartzReleases.class);
    }
}
