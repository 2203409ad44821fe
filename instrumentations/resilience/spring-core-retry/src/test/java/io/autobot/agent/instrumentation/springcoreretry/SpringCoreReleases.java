package io.autobot.agent.instrumentation.springcoreretry;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;
import java.util.function.Function;

/** The releases of Spring's core that the tests of this module run. */
final class SpringCoreReleases {
    static final List<String> EVERY = List.of("7.0.2", "7.0.10");

    private SpringCoreReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), EVERY.get(EVERY.size() - 1));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.of(
                Libraries.resolveAll(List.of("org.springframework:spring-context:" + release)),
                name -> name.startsWith("org.assertj.")
                        || name.startsWith("org.awaitility.")
                        || name.startsWith("org.hamcrest."),
                SpringCoreReleases.class);
    }

    /** A program of the tests, in a loader of its own. */
    @SuppressWarnings("unchecked")
    static <T, R> R run(LibraryLoader loader, Class<? extends Function<T, R>> program, T argument) {
        return loader.within(() -> {
            Function<T, R> made = (Function<T, R>)
                    loader.loadClass(program.getName()).getConstructor().newInstance();
            return made.apply(argument);
        });
    }
}
