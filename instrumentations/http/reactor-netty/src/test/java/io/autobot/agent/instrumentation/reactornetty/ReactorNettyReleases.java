package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The releases of Reactor Netty that the tests of this module run. */
final class ReactorNettyReleases {
    static final List<String> EVERY = List.of("1.0.0", "1.0.48", "1.1.31", "1.2.18", "1.3.0", "1.3.8");

    static final String NEWEST = EVERY.get(EVERY.size() - 1);

    private ReactorNettyReleases() {}

    /** By default the oldest and the newest, with {@code -Pmatrix} every one. */
    static List<String> all() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), NEWEST);
    }

    /** A release with all it needs, newer ones without the many parts that are made for one operating system. */
    static List<File> files(String release) {
        String netty = "io.projectreactor.netty:reactor-netty-http:" + release;
        if (!release.startsWith("1.3")) {
            return Libraries.resolve(netty);
        }
        List<String> left = new ArrayList<>(List.of(
                "io.netty:netty-codec-native-quic",
                "io.netty:netty-resolver-dns-native-macos",
                "io.netty:netty-transport-native-epoll"));
        if (release.equals("1.3.0")) {
            // It takes HTTP/3's native half for granted where the other half is there.
            left.add("io.netty:netty-codec-classes-quic");
            left.add("io.netty:netty-codec-http3");
        }
        return Libraries.resolve(netty, left.toArray(String[]::new));
    }
}
