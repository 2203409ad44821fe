package io.prometheus.metrics.config;

import java.util.Map;

/**
 * Takes the place of the Prometheus client's class of this name and reads nothing.
 *
 * <p>The original is called from the static initialiser of {@link PrometheusProperties} and reads environment
 * variables ({@code IO_PROMETHEUS_*}), system properties ({@code io.prometheus.*}), the file that
 * {@code PROMETHEUS_CONFIG} or {@code prometheus.config} names and {@code prometheus.properties} on the class path.
 * All of these belong to the application, which may use the same client for its own metrics. Reading them would let
 * the application's settings change the agent's port, buckets or names, and a key that this version does not know, or
 * a file that is not there, would throw out of that initialiser. Giving a configuration to every builder does not
 * help, because the initialiser runs all the same.
 *
 * <p>It must live in this package, since that is where the client looks for it, and stand before the client's jar.
 */
public class PrometheusPropertiesLoader {
    private PrometheusPropertiesLoader() {}

    /** The client's defaults. */
    public static PrometheusProperties load() {
        return PrometheusProperties.builder().build();
    }

    /** The client's defaults, whatever is passed. */
    public static PrometheusProperties load(Map<Object, Object> ignored) {
        return load();
    }
}
