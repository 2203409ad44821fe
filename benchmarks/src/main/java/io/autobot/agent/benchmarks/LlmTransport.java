package io.autobot.agent.benchmarks;

import io.autobot.agent.testkit.library.Libraries;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The HTTP clients that are measured, each in one release. */
enum LlmTransport {
    JAVA_HTTP_CLIENT,
    HTTP_URL_CONNECTION,
    OKHTTP("com.squareup.okhttp3:okhttp:4.12.0"),
    APACHE_HTTPCLIENT_5("org.apache.httpcomponents.client5:httpclient5:5.6.5", "org.slf4j:slf4j-nop:1.7.36"),
    APACHE_HTTPCLIENT_4("org.apache.httpcomponents:httpclient:4.5.14"),
    REACTOR_NETTY("io.projectreactor.netty:reactor-netty-http:1.2.18", "org.slf4j:slf4j-nop:2.0.17"),
    JETTY_CLIENT("org.eclipse.jetty:jetty-client:12.0.36", "org.slf4j:slf4j-nop:2.0.17"),
    VERTX_HTTP("io.vertx:vertx-core:4.5.22"),
    AWS_SDK(
            "software.amazon.awssdk:bedrockruntime:2.58.0",
            "software.amazon.awssdk:netty-nio-client:2.58.0",
            "org.slf4j:slf4j-nop:1.7.36");

    private final List<String> coordinates;

    LlmTransport(String... coordinates) {
        this.coordinates = List.of(coordinates);
    }

    /** What is asked for by option {@code transports}. */
    static List<LlmTransport> of(List<String> ids) {
        return ids.stream()
                .map(id -> Arrays.stream(values())
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(id)))
                .toList();
    }

    /** The name of its instrumentation. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The client with what it needs, fetched if it is not there. */
    List<File> library() {
        return coordinates.isEmpty() ? List.of() : Libraries.resolveAll(coordinates);
    }
}
