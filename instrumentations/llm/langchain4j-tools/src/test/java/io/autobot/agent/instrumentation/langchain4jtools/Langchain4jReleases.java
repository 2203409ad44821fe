package io.autobot.agent.instrumentation.langchain4jtools;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of LangChain4j that the tests of this module run. */
final class Langchain4jReleases {
    static final String OLDEST = "1.0.1";
    static final String NEWEST = "1.19.0";

    private Langchain4jReleases() {}

    /** By default one of each way in which tools are executed, with {@code -Pmatrix} more of each. */
    static List<String> all() {
        return Matrix.all()
                ? List.of(OLDEST, "1.3.0", "1.4.0", "1.5.0", "1.6.0", "1.11.0", NEWEST)
                : List.of(OLDEST, "1.5.0", "1.11.0", NEWEST);
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(List.of("dev.langchain4j:langchain4j:" + release)), Langchain4jReleases.class);
    }
}
