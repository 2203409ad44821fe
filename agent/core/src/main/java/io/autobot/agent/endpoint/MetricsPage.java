package io.autobot.agent.endpoint;

import com.sun.net.httpserver.HttpExchange;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * The metrics in the format the client asked for. Nothing of Prometheus is loaded before the first scrape.
 *
 * <p>It uses the scrape handler under the exporter's {@code MetricsHandler}, because that one's adapter to the JDK's
 * server answers a failure with its stack trace and logs through {@code java.util.logging} when a client goes away.
 */
final class MetricsPage {
    private final Supplier<PrometheusRegistry> registry;
    private volatile PrometheusScrapeHandler handler;

    MetricsPage(Supplier<PrometheusRegistry> registry) {
        this.registry = registry;
    }

    /** A scrape; whatever goes wrong in a collector is thrown. */
    Response response(HttpExchange exchange) {
        Scrape scrape = new Scrape(exchange);
        try {
            handler().handleRequest(scrape);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return scrape.response();
    }

    private PrometheusScrapeHandler handler() {
        PrometheusScrapeHandler ready = handler;
        if (ready == null) {
            synchronized (this) {
                ready = handler;
                if (ready == null) {
                    ready = new PrometheusScrapeHandler(
                            PrometheusProperties.builder().build(), registry.get());
                    handler = ready;
                }
            }
        }
        return ready;
    }
}
