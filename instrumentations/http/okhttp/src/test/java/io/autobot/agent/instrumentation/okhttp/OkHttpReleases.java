package io.autobot.agent.instrumentation.okhttp;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;

/** The releases of OkHttp that the tests of this module run. */
final class OkHttpReleases {
    /** Around each change of the classes that are hooked. */
    static final List<String> EVERY =
            List.of("3.0.0", "3.4.2", "3.5.0", "3.12.13", "3.14.9", "4.0.1", "4.4.0", "4.12.0", "5.0.0", "5.5.1");

    static final String NEWEST = EVERY.get(EVERY.size() - 1);

    private OkHttpReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), NEWEST);
    }

    /** A release with all it needs. */
    static List<File> files(String release) {
        String artifact = release.startsWith("5.") ? "okhttp-jvm" : "okhttp";
        return Libraries.resolveAll(List.of("com.squareup.okhttp3:" + artifact + ":" + release));
    }
}
