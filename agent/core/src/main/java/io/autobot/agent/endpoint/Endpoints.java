package io.autobot.agent.endpoint;

import io.autobot.agent.log.AgentLog;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one door to the endpoint. Runtimes made by jlink often lack {@code jdk.httpserver}; everything that needs it
 * is loaded only behind the check here, so that such a JVM loses the endpoint and nothing else.
 */
public final class Endpoints {
    private Endpoints() {}

    /**
     * The endpoint, not yet started; empty, with one line said, where this JVM cannot have one. Never throws.
     *
     * @param registry asked at the first scrape, so that nothing of Prometheus is loaded before
     * @param health asked at each health request
     */
    public static Optional<Endpoint> open(
            EndpointSettings settings, Supplier<PrometheusRegistry> registry, HealthReport health) {
        if (!HttpServerModule.isUsable()) {
            AgentLog.warn("this Java runtime lacks the module " + HttpServerModule.NAME
                    + ": metrics are collected but not served;" + " add the module to the runtime image to serve them");
            return Optional.empty();
        }
        try {
            return Optional.of(new MetricsEndpoint(settings, registry, health));
        } catch (Throwable failure) {
            AgentLog.warn("the metrics endpoint cannot be used, metrics are collected but not served: "
                    + AgentLog.brief(failure));
            return Optional.empty();
        }
    }
}
