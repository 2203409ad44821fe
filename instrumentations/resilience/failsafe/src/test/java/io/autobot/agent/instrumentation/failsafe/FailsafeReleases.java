package io.autobot.agent.instrumentation.failsafe;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;
import java.util.function.Function;

/** The releases of Failsafe that the tests of this module run. */
final class FailsafeReleases {
    static final List<String> EVERY = List.of("3.0.0", "3.1.0", "3.2.4", "3.3.0", "3.3.2");

    private FailsafeReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), EVERY.get(EVERY.size() - 1));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.of(
                Libraries.resolveAll(List.of("dev.failsafe:failsafe:" + release)),
                name -> name.startsWith("org.assertj.")
                        || name.startsWith("org.awaitility.")
                        || name.startsWith("org.hamcrest."),
                FailsafeReleases.class);
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
