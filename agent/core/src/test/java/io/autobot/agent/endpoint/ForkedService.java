package io.autobot.agent.endpoint;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A service in a JVM of its own, for what a test cannot try in its own. */
final class ForkedService {
    private ForkedService() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "shutdown" ->
                Runtime.getRuntime().addShutdownHook(new Thread(() -> open().ifPresent(Endpoint::start)));
            case "properties" -> scrapeAndCompareProperties();
            default ->
                System.out.println("bound " + open().flatMap(Endpoint::start).isPresent());
        }
        System.out.println("service goes on");
    }

    private static Optional<Endpoint> open() {
        EndpointSettings settings = EndpointSettings.plain("127.0.0.1", 0);
        HealthReport health =
                new HealthReport("1", Instant.now(), Clock.systemUTC(), new GivenSources(List::of, List::of, List::of));
        return Endpoints.open(settings, () -> new PrometheusRegistry(), health);
    }

    private static void scrapeAndCompareProperties() throws Exception {
        // The HTTP client used here sets some of its own at its first use.
        Properties before = (Properties) System.getProperties().clone();
        Endpoint endpoint = open().orElseThrow();
        int port = endpoint.start().orElseThrow().port();
        URL url = URI.create("http://127.0.0.1:" + port + "/metrics").toURL();
        try (InputStream in = url.openStream()) {
            in.readAllBytes();
        }
        endpoint.stop();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> System.out.println(
                        before.equals(System.getProperties()) ? "same properties" : "changed properties")));
    }
}
