package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.http.cases.HttpCaller;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
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

    /** A release of the classic client with all it needs, and the classes of this test beside it. */
    static LibraryLoader classicLoader(String release) {
        return loader("httpclient:" + release);
    }

    /** A release of the asynchronous client with all it needs, and the classes of this test beside it. */
    static LibraryLoader asyncLoader(String release) {
        return loader("httpasyncclient:" + release);
    }

    private static LibraryLoader loader(String artifact) {
        return LibraryLoader.of(
                Libraries.resolve("org.apache.httpcomponents:" + artifact),
                name -> name.startsWith("io.autobot.agent.testkit."),
                ApacheHttpClient4Releases.class);
    }

    /** A client of the tests, in a loader of its own. */
    static HttpCaller caller(LibraryLoader loader, Class<? extends HttpCaller> type) {
        return loader.within(() ->
                (HttpCaller) loader.loadClass(type.getName()).getConstructor().newInstance());
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
