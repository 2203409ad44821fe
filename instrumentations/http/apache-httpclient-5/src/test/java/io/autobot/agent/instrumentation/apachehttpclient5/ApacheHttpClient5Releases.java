package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.http.cases.HttpCaller;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.List;
import java.util.stream.Stream;

/** The releases of Apache HttpClient 5 that the tests of this module run. */
final class ApacheHttpClient5Releases {
    static final List<String> EVERY = List.of("5.0", "5.1.4", "5.2.3", "5.3.1", "5.4.4", "5.5.2", "5.6.5");
    static final String NEWEST = EVERY.get(EVERY.size() - 1);

    private ApacheHttpClient5Releases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), NEWEST);
    }

    /** As {@link #all}, without 5.0, whose asynchronous client never ends calls that are redirected or cut off. */
    static Stream<String> asynchronous() {
        return (Matrix.all() ? EVERY : List.of("5.1.4", NEWEST)).stream().filter(release -> !release.equals("5.0"));
    }

    /** A release with all it needs, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        return LibraryLoader.of(
                Libraries.resolve("org.apache.httpcomponents.client5:httpclient5:" + release),
                name -> name.startsWith("io.autobot.agent.testkit."),
                ApacheHttpClient5Releases.class);
    }

    /** A client of the tests, in a loader of its own. */
    static HttpCaller caller(LibraryLoader loader, Class<? extends HttpCaller> type) {
        return loader.within(() ->
                (HttpCaller) loader.loadClass(type.getName()).getConstructor().newInstance());
    }

    /** Whether the release beside this class decodes in every client, and fails what it cannot decode: 5.6 and newer. */
    static boolean decodesAll() {
        try {
            Class.forName("org.apache.hc.client5.http.impl.async.ContentCompressionAsyncExec");
            return true;
        } catch (ClassNotFoundException older) {
            return false;
        }
    }
}
