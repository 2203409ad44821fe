package io.autobot.agent.instrumentation.springaitools;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of Spring AI that the tests of this module run. */
final class SpringAiReleases {
    static final String NEWEST = "2.0.1";

    private SpringAiReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every minor one. */
    static List<String> all() {
        return Matrix.outermost(List.of("1.0.0", "1.1.8", NEWEST));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(List.of("org.springframework.ai:spring-ai-model:" + release)),
                SpringAiReleases.class);
    }
}
