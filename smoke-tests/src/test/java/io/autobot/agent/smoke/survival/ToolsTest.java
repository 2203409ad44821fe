package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An environment variable that gives the agent to every JVM gives it to no tool. */
class ToolsTest {
    private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path folder;

    /** What a tool answered. */
    private record Answer(int exitCode, List<String> stdout, List<String> stderr) {}

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void toolsOfTheJdkAreSilentAndWork(int feature) throws IOException {
        Jdk jdk = Jdks.of(feature);
        Path source = Files.writeString(folder.resolve("Broken.java"), "class Broken { int x = \"no\"; }");
        List<List<String>> tools = List.of(
                List.of(
                        jdk.tool("keytool").toString(),
                        "-list",
                        "-keystore",
                        "/does/not/exist",
                        "-storepass",
                        "secret"),
                List.of(jdk.tool("javac").toString(), source.toString()),
                List.of(jdk.java().toString(), "-version"));
        for (List<String> tool : tools) {
            Answer without = run(jdk, tool, null);
            assertThat(without.stdout().size() + without.stderr().size()).isPositive();
            assertThat(run(jdk, tool, agent(0))).isEqualTo(without);
        }
    }

    @Test
    void mavenIsSilentAndWorks() throws IOException {
        String home = System.getProperty("maven.home", "/usr/share/maven");
        Path maven = Path.of(home, "bin", "mvn");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(maven), "no Maven at " + maven);
        List<String> command = List.of(maven.toString(), "-v");
        Answer without = run(Jdks.jdk17(), command, null);
        assertThat(without.exitCode()).isZero();
        assertThat(run(Jdks.jdk17(), command, agent(0))).isEqualTo(without);
    }

    @Test
    void threeServicesOnOnePortMakeOneEndpointAndTwoLines() throws IOException {
        int port = freePort();
        List<Talk> services = new ArrayList<>();
        for (int feature : new int[] {17, 25, 17}) {
            Talk talk = new Talk(jvms.start(TestServices.on(Jdks.of(feature)).environment(VARIABLE, agent(port))));
            talk.jvm().awaitStderr(line -> line.contains("[autobot-agent]"), Talk.PATIENCE);
            services.add(talk);
        }

        assertThat(Scrape.get("http://127.0.0.1:" + port + "/metrics").names()).contains("autobot_build_info");
        for (Talk talk : services) {
            talk.end();
            assertThat(talk.jvm().stderr())
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("Picked up"))
                    .anyMatch(
                            line -> line.contains(talk == services.get(0) ? "metrics at" : port + " cannot be bound"));
        }
    }

    private static String agent(int port) {
        return "-javaagent:" + AgentJar.find() + "=port=" + port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Answer run(Jdk jdk, List<String> command, String options) throws IOException {
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        builder.environment().remove(VARIABLE);
        if (options != null) {
            builder.environment().put(VARIABLE, options);
        }
        try {
            int exitCode = builder.start().waitFor();
            return new Answer(exitCode, lines(out), lines(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Without the line with which the JVM itself announces the variable. */
    private static List<String> lines(File file) throws IOException {
        return Files.readAllLines(file.toPath()).stream()
                .filter(line -> !line.startsWith("Picked up " + VARIABLE))
                .collect(Collectors.toList());
    }
}
