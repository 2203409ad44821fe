package io.autobot.agent.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The simulator in a process of its own, led over its admin port. */
class SimulatorMainTest {
    @Test
    void aForkedSimulator() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMain.class.getName(),
                        "--until-stdin-ends",
                        "openai",
                        "github")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            JsonNode ports = ports(process);
            assertThat(ports.size()).isEqualTo(3);
            String admin = "http://127.0.0.1:" + ports.get("admin").asInt();
            String openAi = "http://127.0.0.1:" + ports.get("openai").asInt();
            RawClient client = new RawClient(HttpClient.Version.HTTP_1_1);

            assertThat(client.post(admin + "/next?behaviour=429-quota&endpoint=openai", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.post(openAi + "/v1/chat/completions", "{\"model\":\"m\"}")
                            .statusCode())
                    .isEqualTo(429);
            HttpResponse<byte[]> reply = client.post(openAi + "/v1/chat/completions", "{\"model\":\"m\"}");
            client.post(admin + "/gates/g?open=1", "");
            assertThat(client.post(openAi + "/sim-gate-g/v1/chat/completions", "{\"model\":\"m\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.post(admin + "/next?behaviour=nonsense", "").statusCode())
                    .isEqualTo(400);

            JsonNode totals = RawClient.json(RawClient.text(client.get(admin + "/totals")));
            assertThat(totals.at("/totals/0/calls").asInt()).isEqualTo(3);
            assertThat(totals.at("/totals/0/inputTokens").asLong())
                    .isEqualTo(2
                            * RawClient.documents(reply)
                                    .get(0)
                                    .at("/usage/prompt_tokens")
                                    .asLong());
            assertThat(totals.at("/errors/openai/quota").asInt()).isEqualTo(1);
            assertThat(RawClient.json(RawClient.text(client.get(admin + "/ledger")))
                            .size())
                    .isEqualTo(3);
            assertThat(RawClient.text(client.get(admin + "/pem"))).startsWith("-----BEGIN CERTIFICATE-----");

            process.getOutputStream().close();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aForkedClientFindsTheSimulatorUnderTheRealName() throws Exception {
        try (ProviderSimulator simulator = ProviderSimulator.start()) {
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(simulator.trust().jvmOptions());
            command.add("-Djdk.net.hosts.file=" + simulator.trust().hostsFile());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), RealNameProbe.class.getName()));
            command.add("https://api.openai.com:" + simulator.port(Endpoint.OPENAI) + "/v1/models");
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(output.strip())
                    .isEqualTo("200 " + simulator.ledger().settled().last().bytes());
        }
    }

    private static JsonNode ports(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        assertThat(line).startsWith(SimulatorMain.READY);
        return RawClient.json(line.substring(SimulatorMain.READY.length()));
    }
}
