package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;

/** The releases of Jetty's client that the tests of this module run. */
final class JettyClientReleases {
    static final List<String> EVERY = List.of("12.0.0", "12.0.36", "12.1.0", "12.1.14");

    static final String NEWEST = EVERY.get(EVERY.size() - 1);

    private JettyClientReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), NEWEST);
    }

    /** A release with all it needs, and its HTTP/2. */
    static List<File> files(String release) {
        return Libraries.resolveAll(List.of(
                "org.eclipse.jetty:jetty-client:" + release,
                "org.eclipse.jetty.http2:jetty-http2-client-transport:" + release));
    }
}
