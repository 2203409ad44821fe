package io.autobot.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentLauncherTest {
    private static final String BY_ENVIRONMENT = "-Xmx1g -javaagent:/opt/autobot-agent.jar";

    private static final File OWN_JAR = new File("/opt/autobot-agent.jar");

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "9", "11", "16", "garbage", ""})
    void anOlderOrUnknownJavaIsRefusedByName(String version) {
        assertThat(AgentLauncher.refusal(version)).contains("needs Java 17").endsWith("Java " + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "25", "26"})
    void java17AndNewerIsAccepted(String version) {
        assertThat(AgentLauncher.refusal(version)).isNull();
    }

    @Test
    void aMissingJavaVersionIsRefused() {
        assertThat(AgentLauncher.refusal(null)).contains("needs Java 17");
    }

    /** Module and command as premain sees them on 17 and 25. */
    @ParameterizedTest
    @CsvSource({
        "java.base,java.base/sun.security.tools.keytool.Main -help,''",
        "jdk.compiler,jdk.compiler/com.sun.tools.javac.Main -version,''",
        "jdk.jcmd,jdk.jcmd/sun.tools.jcmd.JCmd -l,''",
        "jdk.jshell,jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider,''",
        ",jdk.jshell.execution.RemoteExecutionControl 36353,.",
        ",,''",
        ",org.codehaus.plexus.classworlds.launcher.Launcher -v,/usr/share/maven/boot/plexus-classworlds-2.x.jar",
        ",org.gradle.launcher.daemon.bootstrap.GradleDaemon 8.14,/home/a/gradle-daemon-main-8.14.jar",
        ",/home/a/b c/gradle-wrapper.jar build,/home/a/b c/gradle-wrapper.jar",
    })
    void aToolReachedThroughTheEnvironmentIsNoService(String module, String command, String classPath)
            throws IOException {
        assertThat(AgentLauncher.notAService(BY_ENVIRONMENT, module, command, classPath, OWN_JAR))
                .isTrue();
        assertThat(AgentLauncher.notAService("-Xmx1g", module, command, classPath, OWN_JAR))
                .as("named on the tool's own command line")
                .isFalse();
    }

    @Test
    void theAgentsOwnCommandLineIsNoServiceAlsoThroughALink(@TempDir Path folder) throws IOException {
        Path jar = Files.createFile(folder.resolve("autobot-agent.jar"));
        Path link = Files.createSymbolicLink(folder.resolve("agent.jar"), jar);

        assertThat(AgentLauncher.notAService(BY_ENVIRONMENT, null, link + " list", link.toString(), jar.toFile()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ",com.example.Service --port 8080,/srv/lib/a.jar:/srv/lib/b.jar",
        ",/srv/service.jar,/srv/service.jar",
        "com.example.service,com.example.service/com.example.Service,''",
        ",jdk.compiler/com.sun.tools.javac.launcher.Main Service.java,.",
        ",,/srv/embedded.jar",
        ",com.example.Service org.gradle.launcher.GradleMain,/srv/a.jar",
    })
    void aServiceReachedThroughTheEnvironmentIsServed(String module, String command, String classPath)
            throws IOException {
        assertThat(AgentLauncher.notAService(BY_ENVIRONMENT, module, command, classPath, OWN_JAR))
                .isFalse();
    }
}
