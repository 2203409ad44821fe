package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;
import org.apache.hc.core5.util.VersionInfo;

/** The releases of Apache HttpClient 5 that the tests of this module run. */
final class ApacheHttpClient5Releases {
    static final List<String> EVERY = List.of("5.0", "5.1.4", "5.2.3", "5.3.1", "5.4.4", "5.5.2", "5.6.5");
    static final String NEWEST = EVERY.get(EVERY.size() - 1);

    private ApacheHttpClient5Releases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), NEWEST);
    }

    /** By default the newest alone, for clients that have much in common with those tested with {@link #all}. */
    static List<String> newest() {
        return Matrix.all() ? EVERY : List.of(NEWEST);
    }

    /** A release with all it needs. */
    static List<File> files(String release) {
        return Libraries.resolve("org.apache.httpcomponents.client5:httpclient5:" + release);
    }

    /**
     * Whether the asynchronous client beside this class waits for ever, agent or not, where it has to send a POST once
     * more, as redirected by 307 or to try again after 429: 5.0.
     */
    static boolean losesPosts() {
        return VersionInfo.loadVersionInfo("org.apache.hc.client5", ApacheHttpClient5Releases.class.getClassLoader())
                .getRelease()
                .equals("5.0");
    }

    /** Whether the release beside this class has no regard for a response's timeout in HTTP/2: 5.6 and newer. */
    static boolean ignoresTimeoutsInHttp2() {
        return isSixOrNewer();
    }

    /** Whether the release beside this class decodes in every client but that of HTTP/2 alone, and fails what it cannot decode: 5.6 and newer. */
    static boolean decodesAll() {
        return isSixOrNewer();
    }

    private static boolean isSixOrNewer() {
        try {
            Class.forName("org.apache.hc.client5.http.impl.async.ContentCompressionAsyncExec");
            return true;
        } catch (ClassNotFoundException older) {
            return false;
        }
    }
}
