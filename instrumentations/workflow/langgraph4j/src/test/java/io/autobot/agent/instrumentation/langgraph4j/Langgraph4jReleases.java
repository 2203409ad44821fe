package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of LangGraph4j that the tests of this module run. */
final class Langgraph4jReleases {
    static final String NEWEST = "1.8.17";

    private Langgraph4jReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every minor one. */
    static List<String> all() {
        return Matrix.outermost(List.of("1.5.0", "1.5.14", "1.6.5", "1.7.10", NEWEST));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(
                        List.of("org.bsc.langgraph4j:langgraph4j-core:" + release, "org.slf4j:slf4j-nop:2.0.17")),
                Langgraph4jReleases.class);
    }
}
