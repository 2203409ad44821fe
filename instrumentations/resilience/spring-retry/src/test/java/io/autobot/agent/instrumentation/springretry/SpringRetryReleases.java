package io.autobot.agent.instrumentation.springretry;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of Spring Retry that the tests of this module run. */
final class SpringRetryReleases {
    static final List<String> EVERY = List.of("1.3.4", "2.0.2", "2.0.13");

    private SpringRetryReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.outermost(EVERY);
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(List.of(
                        "org.springframework.retry:spring-retry:" + release,
                        "org.springframework:spring-context:" + (release.startsWith("1.") ? "5.3.39" : "6.2.19"),
                        "org.aspectj:aspectjweaver:1.9.24")),
                SpringRetryReleases.class);
    }
}
