package io.autobot.agent.instrumentation.langchain4jagentic;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of LangChain4j agentic that the tests of this module run. */
final class AgenticReleases {
    static final String NEWEST = "1.19.0-beta29";

    private AgenticReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every minor one and both of 1.4, which differ. */
    static List<String> all() {
        return Matrix.outermost(List.of(
                "1.3.0-beta9",
                "1.4.0-beta10",
                "1.4.1-beta10",
                "1.5.0-beta11",
                "1.6.0-beta12",
                "1.7.1-beta14",
                "1.8.0-beta15",
                "1.9.1-beta17",
                "1.10.0-beta18",
                "1.11.0-beta19",
                "1.13.0-beta23",
                "1.14.1-beta24",
                "1.15.1-beta25",
                "1.16.1-beta26",
                NEWEST));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(
                        List.of("dev.langchain4j:langchain4j-agentic:" + release, "org.slf4j:slf4j-nop:2.0.17")),
                AgenticReleases.class);
    }
}
