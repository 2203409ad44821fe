package io.autobot.agent.instrumentation.springcoreretry;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;

/** The releases of Spring's core that the tests of this module run. */
final class SpringCoreReleases {
    static final List<String> EVERY = List.of("7.0.2", "7.0.10");

    private SpringCoreReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.outermost(EVERY);
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return loader(List.of("org.springframework:spring-context:" + release));
    }

    /** The same with Reactor beside it. */
    static LibraryLoader reactive(String release) {
        return loader(List.of("org.springframework:spring-context:" + release, "io.projectreactor:reactor-core:3.8.5"));
    }

    private static LibraryLoader loader(List<String> libraries) {
        return LibraryLoader.withAssertions(Libraries.resolveAll(libraries), SpringCoreReleases.class);
    }
}
