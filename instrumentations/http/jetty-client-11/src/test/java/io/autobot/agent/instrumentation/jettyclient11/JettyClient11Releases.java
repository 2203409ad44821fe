package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;

/** The releases of Jetty's client before 12 that the tests of this module run. */
final class JettyClient11Releases {
    /** The first that shows its conversations, the oldest and newest of each major since. */
    static final List<String> EVERY =
            List.of("9.4.20.v20190813", "9.4.58.v20250814", "10.0.0", "10.0.26", "11.0.0", "11.0.26");

    private JettyClient11Releases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.outermost(EVERY);
    }

    /** A release with all it needs, and its HTTP/2. */
    static List<File> files(String release) {
        return Libraries.resolveAll(List.of(
                "org.eclipse.jetty:jetty-client:" + release,
                "org.eclipse.jetty.http2:http2-http-client-transport:" + release));
    }
}
