package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The releases of the Spring Framework that the tests of this module run. */
final class SpringReleases {
    static final String NEWEST = "7.0.10";

    private static final List<String> EVERY = List.of("5.3.0", "6.0.23", "6.1.0", "6.2.0", NEWEST);

    private SpringReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every minor one. */
    static List<String> all() {
        return Matrix.outermost(EVERY);
    }

    /** As {@link #all}, of those that schedule reactive methods. */
    static List<String> reactive() {
        return Matrix.outermost(
                EVERY.stream().filter(release -> release.compareTo("6.1") > 0).collect(Collectors.toList()));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.withAssertions(files(release, List.of()), SpringReleases.class);
    }

    /** The same with Kotlin, and the classes of a Kotlin file. */
    static LibraryLoader loader(String release, String kotlinSource) {
        List<File> files = new ArrayList<>(files(release, Kotlin.LIBRARIES));
        files.add(Kotlin.compiled(kotlinSource, files));
        return LibraryLoader.withAssertions(files, SpringReleases.class);
    }

    private static List<File> files(String release, List<String> besides) {
        List<String> libraries = new ArrayList<>(List.of(
                "org.springframework:spring-context:" + release,
                "io.projectreactor:reactor-core:" + (release.startsWith("7") ? "3.8.8" : "3.4.41")));
        libraries.addAll(besides);
        return Libraries.resolveAll(libraries);
    }
}
