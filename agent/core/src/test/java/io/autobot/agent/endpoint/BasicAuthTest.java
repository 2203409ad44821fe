package io.autobot.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasicAuthTest {
    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static EndpointSettings guarded(boolean healthOpen, String username, String password) {
        return new EndpointSettings(
                RunningEndpoint.HOST, 0, username, password, healthOpen, null, null, Map.of(), RunningEndpoint.QUICK);
    }

    @Test
    void metricsAndHomeNeedTheCredentialsAndHealthDoesNot() throws Exception {
        try (RunningEndpoint running = new RunningEndpoint(guarded(true, "ann", "pä:ss"))) {
            for (String path : new String[] {"/metrics", "/api/monitoring/metrics", "/"}) {
                HttpResponse<String> refused = running.get(path);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                        .startsWith("Basic ");
                assertThat(running.get(path, "Authorization", basic("ann:pä:ss"))
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(running.get("/api/monitoring/health/metrics").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void healthCanBeClosed() throws Exception {
        try (RunningEndpoint running = new RunningEndpoint(guarded(false, "ann", "secret"))) {
            assertThat(running.get("/api/monitoring/health/metrics").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void anythingButTheExactCredentialsIsRefused() {
        BasicAuth auth = new BasicAuth("ann", "secret");

        assertThat(auth.allows(basic("ann:secret"))).isTrue();
        assertThat(auth.allows("bAsIc " + basic("ann:secret").substring(6))).isTrue();
        for (String wrong : new String[] {
            null,
            "",
            "Basic",
            "Basic ",
            "Basic !!!",
            "Bearer x",
            basic("ann:secre"),
            basic("ann:secret2"),
            basic(":"),
            basic("an:nsecret"),
            "ann:secret"
        }) {
            assertThat(auth.allows(wrong)).isFalse();
        }
    }

    @Test
    void nameWithoutPasswordServesNothingRatherThanEverything() {
        try (RunningEndpoint running = new RunningEndpoint(guarded(true, "ann", null))) {
            assertThat(running.endpoint.bound()).isEmpty();
            assertThat(running.lines().lines()).hasSize(1).allMatch(line -> line.contains("endpoint.password"));
        }
    }

    @Test
    void settingsDoNotPrintTheirSecrets() {
        assertThat(guarded(true, "ann", "secret").toString()).doesNotContain("secret");
    }
}
