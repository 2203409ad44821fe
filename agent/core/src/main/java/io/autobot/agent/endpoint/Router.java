package io.autobot.agent.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.autobot.agent.log.AgentLog;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Finds the answer to a request. Paths are compared whole, since the server's own contexts are prefixes and would
 * serve {@code /metricsX} too.
 */
final class Router implements HttpHandler {
    static final String METRICS = "/metrics";
    static final String METRICS_LONG = "/api/monitoring/metrics";
    static final String HEALTH = "/api/monitoring/health/metrics";
    static final String HOME = "/";

    private final Workers workers;
    private final BasicAuth auth;
    private final boolean healthOpen;
    private final Supplier<PrometheusRegistry> registry;
    private final HealthReport health;

    /** Made at the first scrape: merely linking the class loads much of Prometheus. */
    private volatile MetricsPage metrics;

    Router(
            Workers workers,
            BasicAuth auth,
            boolean healthOpen,
            Supplier<PrometheusRegistry> registry,
            HealthReport health) {
        this.workers = workers;
        this.auth = auth;
        this.healthOpen = healthOpen;
        this.registry = registry;
        this.health = health;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        workers.requestRead();
        try {
            respond(exchange).send(exchange);
        } catch (IOException gone) {
            // The client closed or was cut off. Passed on, it makes the server close the connection, silently.
            throw gone;
        } catch (Throwable failure) {
            throw new IOException(failure);
        }
        exchange.close();
    }

    private Response respond(HttpExchange exchange) {
        String path = String.valueOf(exchange.getRequestURI().getPath());
        try {
            return answer(path, exchange);
        } catch (Throwable failure) {
            AgentLog.warnOnce("endpoint " + path, "answering " + known(path) + " failed: " + AgentLog.brief(failure));
            return Response.text(500, "internal error, see the agent's line on stderr");
        }
    }

    private Response answer(String path, HttpExchange exchange) {
        if (known(path) == null) {
            return Response.text(404, "not found; try " + METRICS);
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Response.text(405, "only GET and HEAD", "Allow", "GET, HEAD");
        }
        boolean open = auth == null || (healthOpen && path.equals(HEALTH));
        if (!open && !auth.allows(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Response.text(401, "credentials needed", "WWW-Authenticate", BasicAuth.CHALLENGE);
        }
        return switch (path) {
            case HEALTH -> health.response();
            case HOME -> HomePage.response(health);
            default -> metrics().response(exchange);
        };
    }

    private MetricsPage metrics() {
        MetricsPage page = metrics;
        if (page == null) {
            synchronized (this) {
                page = metrics;
                if (page == null) {
                    page = new MetricsPage(registry.get());
                    metrics = page;
                }
            }
        }
        return page;
    }

    private static String known(String path) {
        return switch (path) {
            case METRICS, METRICS_LONG, HEALTH, HOME -> path;
            default -> null;
        };
    }
}
