package io.autobot.agent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The finished jar in front of other JVMs. */
class LauncherIT {
    private static final String JAR = System.getProperty("autobot.agent.jar");

    private static final String LINE = "[autobot-agent]";

    @TempDir
    Path folder;

    /** Prints its system properties. */
    public static class Service {
        public static void main(String[] args) {
            System.getProperties().stringPropertyNames().stream()
                    .sorted()
                    .map(name -> name + "=" + System.getProperty(name))
                    .forEach(System.out::println);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keytool -help", "javac -version", "jcmd -l", "jar --version", "java -version"})
    void aJdkToolReachedThroughTheEnvironmentDoesNotNoticeTheAgent(String tool) throws Exception {
        String[] words = tool.split(" ");
        ProcessBuilder process = new ProcessBuilder(bin(words[0]), words[1]);
        process.environment().put("JAVA_TOOL_OPTIONS", "-javaagent:" + JAR);

        assertThat(run(process)).doesNotContain(LINE);
    }

    @Test
    void aSecondAgentIsOneLineAndNothingElse() throws Exception {
        List<String> once = lines(service("-javaagent:" + JAR + "=port=0"));
        List<String> twice = lines(service("-javaagent:" + JAR + "=port=0", "-javaagent:" + JAR + "=port=0"));

        assertThat(twice).hasSize(once.size() + 1);
        assertThat(twice).filteredOn(line -> line.contains("already")).hasSize(1);
    }

    @Test
    void theServicesSystemPropertiesStayAsTheyWere() throws Exception {
        service();
        String without = Files.readString(folder.resolve("out"));
        service("-javaagent:" + JAR + "=port=0");

        assertThat(Files.readString(folder.resolve("out"))).isEqualTo(without);
    }

    @Test
    void theJarIsACommandLineTool() throws Exception {
        assertThat(run(new ProcessBuilder(bin("java"), "-jar", JAR, "version"))).isEmpty();
        assertThat(Files.readString(folder.resolve("out"))).startsWith("autobot-agent ");
    }

    private String service(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(bin("java"), "-cp", classes()));
        command.addAll(List.of(options));
        command.add(Service.class.getName());
        return run(new ProcessBuilder(command));
    }

    /** What stood on stderr; stdout is left in the folder. */
    private String run(ProcessBuilder process) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        process.redirectError(err.toFile()).redirectOutput(folder.resolve("out").toFile());
        assertThat(process.start().waitFor()).as(process.command().toString()).isZero();
        return Files.readString(err);
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> line.contains(LINE)).toList();
    }

    private static String classes() {
        return new File(LauncherIT.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
    }

    private static String bin(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }
}
