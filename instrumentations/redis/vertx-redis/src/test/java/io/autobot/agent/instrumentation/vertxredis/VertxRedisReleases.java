package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.List;

/** The releases of Vert.x' Redis client that the tests of this module run. */
final class VertxRedisReleases {
    private VertxRedisReleases() {}

    /** By default the oldest and the newest of each major version, with {@code -Pmatrix} one of every minor. */
    static List<String> all() {
        return Matrix.all()
                ? List.of("4.0.0", "4.1.8", "4.2.7", "4.3.8", "4.4.9", "4.5.0", "4.5.10", "4.5.22", "5.0.0", "5.1.1")
                : outermost();
    }

    /** One of each kind: how requests are queued changed with 4.2, 4.3 and 4.5. */
    static List<String> outermost() {
        return List.of("4.0.0", "4.2.7", "4.4.9", "4.5.22", "5.0.0", "5.1.1");
    }

    /** Those that talk to a server: by default one for each way of queueing. */
    static List<String> served() {
        return Matrix.all() ? all() : List.of("4.0.0", "4.4.9", "5.1.1");
    }

    /** Those that talk to a cluster: how its nodes are looked up changed within 4.5 and with 5.1. */
    static List<String> clustered() {
        return Matrix.all() ? all() : List.of("4.0.0", "4.5.22", "5.1.1");
    }

    static List<String> newest() {
        return List.of("5.1.1");
    }

    /** A release with all it needs. */
    static List<File> files(String release) {
        return Libraries.resolve("io.vertx:vertx-redis-client:" + release);
    }
}
