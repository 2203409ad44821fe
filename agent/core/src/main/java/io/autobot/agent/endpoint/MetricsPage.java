package io.autobot.agent.endpoint;

import com.sun.net.httpserver.HttpExchange;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The metrics in the format the client asked for.
 *
 * <p>It uses the scrape handler under the exporter's {@code MetricsHandler}, because that one's adapter to the JDK's
 * server answers a failure with its stack trace and logs through {@code java.util.logging} when a client goes away.
 */
final class MetricsPage {
    private final PrometheusScrapeHandler handler;

    MetricsPage(PrometheusRegistry registry) {
        handler = new PrometheusScrapeHandler(PrometheusProperties.builder().build(), registry);
    }

    /** A scrape; whatever goes wrong in a collector is thrown. */
    Response response(HttpExchange exchange) {
        Scrape scrape = new Scrape(exchange);
        try {
            handler.handleRequest(scrape);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return scrape.response();
    }
}
