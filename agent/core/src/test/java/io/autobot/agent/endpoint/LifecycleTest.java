package io.autobot.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    @TempDir
    Path folder;

    private static EndpointSettings on(int port, File fileSd) {
        return RunningEndpoint.settings(port, null, null, null, fileSd, RunningEndpoint.QUICK);
    }

    private static ServerSocket occupied() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName(RunningEndpoint.HOST));
    }

    @Test
    void takenPortIsOneLineAndServedOnceItIsFree() throws Exception {
        ServerSocket other = occupied();
        int port = other.getLocalPort();
        try (RunningEndpoint running = new RunningEndpoint(on(port, null))) {
            assertThat(running.endpoint.bound()).isEmpty();
            assertThat(running.lines().lines())
                    .hasSize(1)
                    .allMatch(line -> line.contains(":" + port) && line.contains("endpoint.port"));

            other.close();

            await().untilAsserted(() -> assertThat(running.endpoint.bound()).isPresent());
            await().untilAsserted(() -> assertThat(running.lines().lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("now served"));
            assertThat(running.port()).isEqualTo(port);
            assertThat(running.get("/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void stopEndsTheAttempts() throws Exception {
        try (ServerSocket other = occupied()) {
            RunningEndpoint running = new RunningEndpoint(on(other.getLocalPort(), null));
            running.close();
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("autobot-endpoint-open")));
            assertThat(running.endpoint.bound()).isEmpty();
        }
    }

    @Test
    void stopClosesThePortAndOpenConnections() throws Exception {
        // Patient, so that it is the stop that cuts the connection.
        RunningEndpoint running = new RunningEndpoint(EndpointSettings.plain(RunningEndpoint.HOST, 0));
        int port = running.port();
        try (Socket half = running.sent("GET /metrics HTTP/1.1\r\n")) {
            await().untilAsserted(
                            () -> assertThat(RunningEndpoint.busyWorkers()).isEqualTo(1));
            running.close();
            running.endpoint.stop();

            assertThatThrownBy(() -> new Socket(RunningEndpoint.HOST, port).close())
                    .isInstanceOf(ConnectException.class);
            try {
                assertThat(half.getInputStream().read()).isEqualTo(-1);
            } catch (SocketException reset) {
                assertThat(reset).hasMessageContaining("reset");
            }
        }
    }

    @Test
    void targetFileNamesTheRealPortWhileTheEndpointServes() throws Exception {
        Path file = Files.writeString(folder.resolve("targets.json"), "old");
        RunningEndpoint running = new RunningEndpoint(on(0, file.toFile()));

        await().untilAsserted(() -> assertThat(file)
                .hasContent("[{\"targets\":[\"127.0.0.1:" + running.port() + "\"],\"labels\":{\"service\":\"bot\"}}]"));
        assertThat(folder.toFile().list()).containsExactly("targets.json");

        running.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void targetFolderHoldsOneFilePerJvm() {
        try (RunningEndpoint running = new RunningEndpoint(on(0, folder.toFile()))) {
            String name = "autobot-agent-" + ProcessHandle.current().pid() + ".json";
            await().untilAsserted(() -> assertThat(folder.toFile().list()).containsExactly(name));
            assertThat(running.endpoint.bound()).isPresent();
        }
    }

    @Test
    void targetFileOfAnotherJvmIsLeftAlone() throws Exception {
        Path file = folder.resolve("targets.json");
        RunningEndpoint running = new RunningEndpoint(on(0, file.toFile()));
        await().untilAsserted(() -> assertThat(file).exists());
        Files.writeString(file, "[]");

        running.close();

        assertThat(file).hasContent("[]");
    }

    @Test
    void targetFileThatCannotBeWrittenIsOneLine() throws Exception {
        File impossible = folder.resolve("absent").resolve("targets.json").toFile();
        try (RunningEndpoint running = new RunningEndpoint(on(0, impossible))) {
            await().untilAsserted(() ->
                    assertThat(running.lines().lines()).hasSize(1).allMatch(line -> line.contains("endpoint.file-sd")));
            assertThat(running.get("/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void runtimeWithoutTheHttpServerModuleLosesOnlyTheEndpoint() throws Exception {
        assertThat(fork("open", "--limit-modules", "java.base"))
                .contains("lacks the module jdk.httpserver")
                .contains("service goes on")
                .doesNotContain("NoClassDefFoundError");
    }

    @Test
    void startLoadsNothingOfPrometheusAndTheExitIsSilent() throws Exception {
        assertThat(fork("open", "-verbose:class"))
                .contains("bound true", "service goes on", "io.autobot.agent.endpoint.MetricsEndpoint")
                .doesNotContain(
                        "class,load] io.prometheus.metrics.exporter",
                        "class,load] io.prometheus.metrics.config",
                        "ERROR");
    }

    @Test
    void startDuringShutdownIsSilent() throws Exception {
        assertThat(fork("shutdown").lines()).containsExactly("service goes on");
    }

    @Test
    void noSystemPropertyChanges() throws Exception {
        assertThat(fork("properties").lines()).containsExactly("service goes on", "same properties");
    }

    private static String fork(String mode, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ForkedService.class.getName(), mode));
        Path output = Files.createTempFile("fork", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(output);
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
