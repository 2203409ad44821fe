package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the configuration file is, the service starts, one line says what is wrong, and the rest holds. */
class HostileYamlTest {
    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path folder;

    private interface Maker {
        void make(Path file) throws IOException;
    }

    /** A file and a word of the line about it. */
    private record Hostile(String name, Maker maker, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Hostile text(String name, String content, String said) {
        return new Hostile(name, file -> Files.writeString(file, content), said);
    }

    static List<Hostile> files() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        return List.of(
                new Hostile("a directory", Files::createDirectory, "is a directory"),
                new Hostile(
                        "a dangling link",
                        file -> Files.createSymbolicLink(file, Path.of("nowhere")),
                        "there is no file"),
                text("empty", "", "is empty"),
                text("two MiB", "# " + "x".repeat(2 << 20), "is larger than 1 MiB"),
                new Hostile("binary", file -> Files.write(file, new byte[] {1, 0, 2, 0, (byte) 0xCA}), "not a text"),
                text("an alias bomb", bomb.toString(), "alias"),
                text("tabs", "endpoint:\n\thost: 127.0.0.1\n", "line 2"),
                text("wrong types", "endpoint:\n  port: [1, 2]\n", "endpoint.port"),
                text("10,000 levels", "[".repeat(10_000) + "]".repeat(10_000), "nested deeper"),
                text("10,000 levels of maps", levels(10_000), "nested deeper"),
                text("a tag", "endpoint: !!javax.script.ScriptEngineManager [x]\n", "tag"),
                text("an unknown key", "endpoint:\n  hots: 127.0.0.1\n", "endpoint.host"));
    }

    private static String levels(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append("{a: ");
        }
        return text + "1" + "}".repeat(depth);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aHostileFileIsSaidAndTheServiceStarts(Hostile hostile) throws IOException {
        Path file = folder.resolve("hostile.yaml");
        hostile.maker().make(file);
        ForkedJvm jvm = jvms.start(TestServices.on(Jdks.jdk17()).agent("port=0,config=" + file));
        jvm.endpointPort();
        new Talk(jvm).tell("threads").end();

        assertThat(Talk.otherLines(jvm)).isEmpty();
        List<String> warnings = Talk.agentLines(jvm).stream()
                .filter(line -> line.contains(" WARN "))
                .toList();
        assertThat(warnings)
                .hasSizeBetween(1, 101)
                .anyMatch(line -> line.contains(hostile.said()) && line.contains(file.toString()));
        assertThat(Talk.agentLines(jvm))
                .filteredOn(line -> line.contains("metrics at"))
                .hasSize(1);
    }

    @Test
    void theFileBesideTheJarIsReadAndWhatIsWrongInItSpoilsNothingElse() throws IOException {
        Path jar = Files.copy(AgentJar.find(), folder.resolve("autobot-agent.jar"));
        Files.writeString(
                folder.resolve("autobot-agent.yaml"),
                "endpoint:\n  prot: 1\n  host: 127.0.0.1\n  port: 0\nlog:\n  level: loud\n",
                StandardCharsets.UTF_8);
        ForkedJvm jvm = jvms.start(TestServices.on(Jdks.jdk25()).agent(jar, ""));
        jvm.awaitStderr(line -> line.contains("metrics at http://127.0.0.1:"), Talk.PATIENCE);
        new Talk(jvm).end();

        assertThat(jvm.stderr()).hasSize(3);
        assertThat(jvm.stderr()).anyMatch(line -> line.contains("endpoint.prot") && line.contains("'endpoint.port'"));
        assertThat(jvm.stderr()).anyMatch(line -> line.contains("log.level"));
    }
}
