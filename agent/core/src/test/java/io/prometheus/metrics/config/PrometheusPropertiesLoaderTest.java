package io.prometheus.metrics.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.metrics.RecordingClassLoader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusPropertiesLoaderTest {
    private static final String UNKNOWN_KEY = "io.prometheus.exporter.http_server.bogus";
    private static final String PORT_KEY = "io.prometheus.exporter.http_server.port";

    @AfterEach
    void forget() {
        System.clearProperty(UNKNOWN_KEY);
        System.clearProperty(PORT_KEY);
        System.clearProperty("prometheus.config");
    }

    @Test
    void standsBeforeTheClientsOwn() {
        String from = PrometheusPropertiesLoader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();

        assertThat(from).endsWith("classes/");
    }

    @Test
    void systemPropertiesHaveNoEffect() {
        System.setProperty(UNKNOWN_KEY, "x");
        System.setProperty(PORT_KEY, "4242");
        System.setProperty("prometheus.config", "/no/such/file");

        assertThat(PrometheusPropertiesLoader.load()
                        .getExporterHttpServerProperties()
                        .getPort())
                .isNull();
        assertThat(PrometheusPropertiesLoader.load(Map.of(PORT_KEY, "4242"))
                        .getExporterHttpServerProperties()
                        .getPort())
                .isNull();
    }

    @Test
    void staticInitialiserReadsNothingThatBelongsToTheApplication() throws Exception {
        System.setProperty(UNKNOWN_KEY, "x");
        System.setProperty("prometheus.config", "/no/such/file");
        List<String> askedFor = new ArrayList<>();
        ClassLoader application = new ClassLoader(getClass().getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                askedFor.add(name);
                return new ByteArrayInputStream((PORT_KEY + "=4242").getBytes());
            }
        };
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try (RecordingClassLoader fresh = new RecordingClassLoader()) {
            Object properties = fresh.loadClass("io.prometheus.metrics.config.PrometheusProperties")
                    .getMethod("get")
                    .invoke(null);
            Object server = properties
                    .getClass()
                    .getMethod("getExporterHttpServerProperties")
                    .invoke(properties);

            assertThat(server.getClass().getMethod("getPort").invoke(server)).isNull();
            assertThat(askedFor).isEmpty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
