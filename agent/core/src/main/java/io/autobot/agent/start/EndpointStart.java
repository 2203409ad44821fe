package io.autobot.agent.start;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.endpoint.Endpoint;
import io.autobot.agent.endpoint.EndpointSettings;
import io.autobot.agent.endpoint.Endpoints;
import io.autobot.agent.endpoint.HealthReport;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens the endpoint as configured. */
final class EndpointStart {
    private EndpointStart() {}

    /** The endpoint, bound or trying; empty where there can be none, which was said in one line. */
    static Optional<Endpoint> open(Config config, Supplier<PrometheusRegistry> registry, HealthReport health)
            throws IOException {
        return Endpoints.open(settings(config), registry, health);
    }

    private static EndpointSettings settings(Config config) throws IOException {
        return new EndpointSettings(
                config.get(Options.ENDPOINT_HOST),
                config.get(Options.ENDPOINT_PORT),
                config.get(Options.ENDPOINT_USERNAME),
                secret(config.get(Options.ENDPOINT_PASSWORD), config.get(Options.ENDPOINT_PASSWORD_FILE)),
                config.get(Options.ENDPOINT_HEALTH_OPEN),
                tls(config),
                config.get(Options.ENDPOINT_FILE_SD),
                Map.of(),
                EndpointSettings.Timing.DEFAULT);
    }

    private static EndpointSettings.Tls tls(Config config) throws IOException {
        File keystore = config.get(Options.ENDPOINT_TLS_KEYSTORE);
        if (keystore == null) {
            return null;
        }
        String password = secret(
                config.get(Options.ENDPOINT_TLS_KEYSTORE_PASSWORD),
                config.get(Options.ENDPOINT_TLS_KEYSTORE_PASSWORD_FILE));
        return new EndpointSettings.Tls(
                keystore,
                config.get(Options.ENDPOINT_TLS_KEYSTORE_TYPE),
                password == null ? new char[0] : password.toCharArray(),
                EndpointSettings.ClientAuth.valueOf(
                        config.get(Options.ENDPOINT_TLS_CLIENT_AUTH).name()));
    }

    /** From the environment, else the first line of the file. */
    private static String secret(String given, File file) throws IOException {
        if (given != null || file == null) {
            return given;
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
            return reader.readLine();
        } catch (IOException unreadable) {
            throw new IOException("the password file " + file + " cannot be read: " + unreadable.getMessage());
        }
    }
}
