package io.autobot.agent.benchmarks;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.library.Libraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a measured program runs under. Each agent collects metrics and has its traces and logs switched off if it can. */
enum Agent {
    /** The base line. */
    NONE {
        @Override
        List<String> jvmArguments() {
            return List.of();
        }
    },
    /** This agent, its endpoint open on a free port. */
    AUTOBOT {
        @Override
        List<String> jvmArguments() {
            return List.of("-javaagent:" + AgentJar.find() + "=port=0");
        }
    },
    /** The Prometheus project's agent for JMX beans, endpoint on a free port; it has no hooks in libraries. */
    JMX_EXPORTER {
        @Override
        List<String> jvmArguments() {
            return List.of("-javaagent:" + jar("io.prometheus.jmx:jmx_prometheus_javaagent:1.0.1") + "=" + freePort()
                    + ":" + emptyConfiguration());
        }
    },
    /** Metrics through a Prometheus endpoint, no spans. */
    OPENTELEMETRY {
        @Override
        List<String> jvmArguments() {
            return List.of(
                    "-javaagent:" + jar("io.opentelemetry.javaagent:opentelemetry-javaagent:2.20.1"),
                    "-Dotel.traces.exporter=none",
                    "-Dotel.logs.exporter=none",
                    "-Dotel.metrics.exporter=prometheus",
                    "-Dotel.exporter.prometheus.host=127.0.0.1",
                    "-Dotel.exporter.prometheus.port=" + freePort());
        }
    },
    /** With its defaults: spans are what it makes its metrics of. No collector is reachable. */
    DATADOG {
        @Override
        List<String> jvmArguments() {
            return List.of(
                    "-javaagent:" + jar("com.datadoghq:dd-java-agent:1.54.0"),
                    "-Ddd.trace.startup.logs=false",
                    "-Ddd.instrumentation.telemetry.enabled=false");
        }
    };

    /** What the JVM is started with; fetches the agent if it is not there. */
    abstract List<String> jvmArguments();

    /** As in the options and tables. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Path jar(String coordinate) {
        return Libraries.resolve(coordinate, "*:*").get(0).toPath();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptyConfiguration() {
        try {
            Path file = Files.createTempFile("jmx-exporter", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "rules: []\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
