package io.autobot.agent.instrumentation.awssdk;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The releases of the SDK, and its HTTP clients, that the tests of this module run. */
final class AwsReleases {
    /** The first with the runtime of Bedrock, one soon after Converse came, the newest, and some between. */
    static final List<String> EVERY =
            List.of("2.20.157", "2.21.44", "2.25.69", "2.28.29", "2.31.78", "2.41.30", "2.54.14", "2.58.0");

    static final String NEWEST = EVERY.get(EVERY.size() - 1);

    private static final String GROUP = "software.amazon.awssdk:";
    private static final Map<String, LibraryLoader> LOADERS = new ConcurrentHashMap<>();

    private AwsReleases() {}

    /** An HTTP client of a release. */
    record Client(String release, String http) {
        /** In the loader of its release, which stays. */
        AwsCaller caller(Class<? extends AwsCaller> type, AwsCaller.Options options) {
            return AwsReleases.caller(LOADERS.computeIfAbsent(release, AwsReleases::loader), type, options);
        }

        boolean isHttp2() {
            return http.equals("netty-h2");
        }

        /** As the cases that all HTTP clients have in common want it. */
        HttpCaller http(Class<? extends HttpCaller> type) {
            LibraryLoader loader = LOADERS.computeIfAbsent(release, AwsReleases::loader);
            return loader.within(() -> (HttpCaller) loader.loadClass(type.getName())
                    .getConstructor(String.class)
                    .newInstance(http));
        }

        boolean hasConverse() {
            return !release.startsWith("2.20.") && !release.startsWith("2.21.");
        }

        @Override
        public String toString() {
            return http + " " + release;
        }
    }

    static AwsCaller caller(LibraryLoader loader, Class<? extends AwsCaller> type, AwsCaller.Options options) {
        return loader.within(() -> (AwsCaller) loader.loadClass(type.getName())
                .getConstructor(AwsCaller.Options.class)
                .newInstance(options));
    }

    private static List<String> releases() {
        return Matrix.all() ? EVERY : List.of(EVERY.get(0), NEWEST);
    }

    /** By default those of the oldest and the newest, with {@code -Pmatrix} of every one. */
    static Stream<Client> sync() {
        return releases().stream()
                .flatMap(release -> Stream.of("apache", "url", "apache5", "crt")
                        .filter(http -> has(release, http))
                        .map(http -> new Client(release, http)));
    }

    /** As {@link #async}, and Netty's in HTTP/2. */
    static Stream<Client> asyncAndHttp2() {
        return Stream.concat(async(), Stream.of(new Client(NEWEST, "netty-h2")));
    }

    /**
     * By default those of the newest, with {@code -Pmatrix} of every one: Netty's client takes two seconds to close. The
     * oldest runs by default in {@link AwsSdkWithThrowingAdviceTest} and {@link AwsSdkVersionsTest}.
     */
    static Stream<Client> async() {
        return (Matrix.all() ? EVERY : List.of(NEWEST))
                .stream()
                        .flatMap(release -> Stream.of("netty", "crt")
                                .filter(http -> has(release, http))
                                .map(http -> new Client(release, http)));
    }

    /** As far as they resolve: Apache 5 is no preview since 2.41; of CRT one release, as its native code is large. */
    private static boolean has(String release, String http) {
        int minor = Integer.parseInt(release.split("\\.")[1]);
        return switch (http) {
            case "apache5" -> minor >= 41;
            case "crt" -> release.equals(NEWEST) && Matrix.all();
            default -> true;
        };
    }

    /** A release with its services and clients, and the classes of this test beside it. */
    static LibraryLoader loader(String release) {
        List<String> artifacts = new ArrayList<>(
                List.of("bedrockruntime:", "s3:", "apache-client:", "url-connection-client:", "netty-nio-client:"));
        for (String more : List.of("apache5", "crt")) {
            if (has(release, more)) {
                artifacts.add(more.equals("crt") ? "aws-crt-client:" : more + "-client:");
            }
        }
        return LibraryLoader.of(
                Libraries.resolveAll(artifacts.stream()
                        .map(artifact -> GROUP + artifact + release)
                        .toList()),
                name -> name.startsWith(AwsCaller.class.getName()) || name.startsWith("io.autobot.agent.testkit."),
                AwsReleases.class);
    }

    /** The part that is woven, alone. */
    static LibraryLoader core(String release) {
        return LibraryLoader.of(Libraries.resolve(GROUP + "sdk-core:" + release));
    }

    /** Of the loaders of {@link Client#caller}. */
    static void close() {
        LOADERS.values().forEach(LibraryLoader::close);
        LOADERS.clear();
    }

    /** As {@link AwsCaller.Options}. */
    record Calling(String endpoint, String http, int attempts, long timeoutMillis) implements AwsCaller.Options {}

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }
}
