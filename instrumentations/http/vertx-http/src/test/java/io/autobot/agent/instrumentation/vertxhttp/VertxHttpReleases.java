package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;

/** The releases of Vert.x that the tests of this module run. */
final class VertxHttpReleases {
    static final List<String> EVERY =
            List.of("4.0.0", "4.1.8", "4.2.7", "4.3.8", "4.4.9", "4.5.0", "4.5.22", "5.0.0", "5.1.1", "5.2.3");

    static final String NEWEST = EVERY.get(EVERY.size() - 1);

    /** One of each way in which requests are made. */
    private static final List<String> ENDS = List.of("4.0.0", "4.5.22", "5.2.3");

    private VertxHttpReleases() {}

    /** By default the oldest and newest of each major but 5.0.0, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : ENDS;
    }

    /** So many that every hook fits one of them, with {@code -Pmatrix} every one. */
    static List<String> linked() {
        return Matrix.all() ? EVERY : List.of("4.0.0", "4.5.22", "5.1.1", "5.2.3");
    }

    /** A release with all it needs. */
    static List<File> files(String release) {
        return Libraries.resolve("io.vertx:vertx-core:" + release);
    }
}
