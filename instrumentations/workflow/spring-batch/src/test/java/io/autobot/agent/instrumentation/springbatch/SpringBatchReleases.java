package io.autobot.agent.instrumentation.springbatch;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of Spring Batch that the tests of this module run, each with a database in memory. */
final class SpringBatchReleases {
    static final String NEWEST = "6.0.6";
    static final List<String> EVERY = List.of("4.3.0", "4.3.10", "5.0.0", "5.1.2", "5.2.6", "6.0.0", NEWEST);

    private SpringBatchReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every minor one. */
    static List<String> all() {
        return Matrix.outermost(EVERY);
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        boolean old = release.startsWith("4.");
        String spring = old ? "5.3.39" : release.startsWith("5.") ? "6.1.21" : "7.0.8";
        return LibraryLoader.withAssertions(
                Libraries.resolveAll(List.of(
                        "org.springframework.batch:spring-batch-core:" + release,
                        "org.springframework:spring-jdbc:" + spring,
                        "org.springframework:spring-context:" + spring,
                        "org.springframework:spring-core:" + spring,
                        "org.springframework:spring-beans:" + spring,
                        "org.springframework:spring-aop:" + spring,
                        "org.springframework:spring-tx:" + spring,
                        "org.slf4j:slf4j-nop:2.0.17",
                        // The tables of 4.3 are written for H2 1.4.
                        "com.h2database:h2:" + (old ? "1.4.200" : "2.3.232"))),
                SpringBatchReleases.class);
    }
}
