package io.autobot.agent.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class JdksTest {
    @TempDir
    Path folder;

    @Test
    void theRunningJdkIsTakenForItsOwnRelease() {
        assertThat(Jdks.of(Jdks.current().feature())).isEqualTo(Jdks.current());
        assertThat(Jdks.current().java()).isExecutable();
    }

    @Test
    void theVariableComesBeforeToolchainsAndThoseBeforeASibling() throws IOException {
        Jdk current = new Jdk(jdk("jvm/seventeen", "17.0.1"), 17);
        Path sibling = jdk("jvm/a-sibling", "25.0.1");
        jdk("jvm/older", "21.0.1");
        Path named = jdk("elsewhere/named", "25");
        Path variable = jdk("elsewhere/variable", "25.0.2");
        Path home = Files.createDirectories(folder.resolve("home/.m2")).getParent();

        assertThat(Jdks.find(25, current, Map.of(), home)).contains(new Jdk(sibling, 25));
        Files.writeString(
                home.resolve(".m2/toolchains.xml"),
                "<toolchains><toolchain><type>jdk</type><configuration><jdkHome>" + named
                        + "</jdkHome></configuration></toolchain></toolchains>");
        assertThat(Jdks.find(25, current, Map.of(), home)).contains(new Jdk(named, 25));
        assertThat(Jdks.find(25, current, Map.of("JAVA25_HOME", variable.toString()), home))
                .contains(new Jdk(variable, 25));
        assertThat(Jdks.find(26, current, Map.of(), home)).isEmpty();
        assertThatThrownBy(() -> Jdks.find(26, current, Map.of("JAVA26_HOME", variable.toString()), home))
                .hasMessageContaining("JAVA26_HOME");
    }

    @Test
    void aMissingJdkSkipsWithOneLoudLineAndOnCiFails() {
        PrintStream stderr = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> Jdks.require(Optional.empty(), 99, Map.of()))
                        .isInstanceOf(TestAbortedException.class)
                        .hasMessageContaining("JAVA99_HOME");
            }
        } finally {
            System.setErr(stderr);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("JDK 99");
        assertThatThrownBy(() -> Jdks.require(Optional.empty(), 99, Map.of("CI", "true")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theAgentJarIsFoundAboveTheWorkingFolder() throws IOException {
        Path jar = folder.resolve("agent/dist/target/autobot-agent.jar");
        Path module = Files.createDirectories(folder.resolve("instrumentations/x"));
        assertThatThrownBy(() -> AgentJar.find(null, module)).hasMessageContaining("mvn package");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        assertThat(AgentJar.find(null, module)).isEqualTo(jar);
        assertThatThrownBy(() -> AgentJar.find("absent.jar", module)).hasMessageContaining("absent.jar");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = new Jdk(home, 0).java();
        Files.createDirectories(java.getParent());
        Files.createFile(java);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
