package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;
import org.apache.http.util.VersionInfo;

/** The releases of HttpClient 4 and HttpAsyncClient 4 that the tests of this module run. */
final class ApacheHttpClient4Releases {
    static final List<String> CLASSIC = List.of("4.4.1", "4.5.14");
    static final List<String> ASYNC = List.of("4.1.1", "4.1.5");

    private ApacheHttpClient4Releases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> classic() {
        return Matrix.all() ? CLASSIC : List.of(CLASSIC.get(0), CLASSIC.get(CLASSIC.size() - 1));
    }

    /** The oldest and the newest. */
    static List<String> async() {
        return ASYNC;
    }

    /** A release of the classic client with all it needs. */
    static List<File> classicFiles(String release) {
        return Libraries.resolve("org.apache.httpcomponents:httpclient:" + release);
    }

    /** A release of the asynchronous client with all it needs, a classic one among it. */
    static List<File> asyncFiles(String release) {
        return Libraries.resolve("org.apache.httpcomponents:httpasyncclient:" + release);
    }

    /** Whether the release beside this class fails, agent or not, to send a POST once more when redirected. */
    static boolean losesPosts() {
        return release().startsWith("4.4") || release().equals("4.5.1");
    }

    /** Whether it fails, agent or not, a reply that is encoded by other than gzip. */
    static boolean knowsGzipAlone() {
        return release().startsWith("4.4");
    }

    private static String release() {
        return VersionInfo.loadVersionInfo("org.apache.http.client", ApacheHttpClient4Releases.class.getClassLoader())
                .getRelease();
    }
}
