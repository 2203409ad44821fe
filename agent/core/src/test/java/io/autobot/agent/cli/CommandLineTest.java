package io.autobot.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final CommandLine tool = new CommandLine(
            List.of(
                    Attach.command(),
                    ListJvms.command(),
                    CheckConfig.command(file -> Files.readAllLines(file.toPath())),
                    Printing.command("metrics", "prints every family", () -> List.of("autobot_up", "autobot_down")),
                    new Command("fails", "", "always", (arguments, o, e) -> {
                        throw new IllegalStateException("broken");
                    }),
                    Version.command()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({"atach,attach", "metric,metrics", "check,check-config", "ls,list", "--version,version"})
    void anUnknownCommandNamesTheNearest(String typed, String nearest) {
        assertThat(tool.run(typed)).isEqualTo(Command.USAGE);
        assertThat(err.toString()).contains("\"" + typed + "\"").contains("Did you mean \"" + nearest + "\"");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpShowsEveryCommandOnStdout() {
        assertThat(tool.run("help")).isEqualTo(Command.OK);
        assertThat(out.toString())
                .contains("attach <pid> [key=value,...]")
                .contains("check-config <file>")
                .contains("metrics ")
                .contains("version ")
                .contains("help ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nothingTypedShowsTheHelpOnStderr() {
        assertThat(tool.run()).isEqualTo(Command.USAGE);
        assertThat(err.toString()).contains("attach <pid>");
    }

    @Test
    void aWrongNumberOfArgumentsShowsTheUsage() {
        assertThat(tool.run("attach")).isEqualTo(Command.USAGE);
        assertThat(tool.run("attach", "1", "a=b", "c=d")).isEqualTo(Command.USAGE);
        assertThat(tool.run("version", "now")).isEqualTo(Command.USAGE);
        assertThat(err.toString()).contains("attach <pid> [key=value,...]").contains("agent.jar version");
    }

    @Test
    void aListOfLinesIsPrinted() {
        assertThat(tool.run("metrics")).isEqualTo(Command.OK);
        assertThat(out.toString().lines()).containsExactly("autobot_up", "autobot_down");
    }

    @Test
    void aCommandThatBreaksIsOneLine() {
        assertThat(tool.run("fails")).isEqualTo(Command.FAILED);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("fails failed")
                .contains("broken");
    }

    @Test
    void aConfigurationIsFineOrItsProblemsArePrinted(@TempDir Path folder) throws Exception {
        Path good = Files.createFile(folder.resolve("good.yaml"));
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "unknown key \"prot\"\nport is not a number\n");

        assertThat(tool.run("check-config", good.toString())).isEqualTo(Command.OK);
        assertThat(err.toString()).isEmpty();
        assertThat(tool.run("check-config", bad.toString())).isEqualTo(Command.FAILED);
        assertThat(err.toString().lines()).containsExactly("unknown key \"prot\"", "port is not a number");
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed(@TempDir File folder) {
        assertThat(tool.run("check-config", new File(folder, "none.yaml").getPath()))
                .isEqualTo(Command.FAILED);
        assertThat(err.toString()).contains("none.yaml");
    }

    @Test
    void theVersionIsSaidEvenWhereNothingWasBuilt() {
        assertThat(tool.run("version")).isEqualTo(Command.OK);
        assertThat(out.toString())
                .startsWith("autobot-agent ")
                .contains("commit")
                .contains("built");
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.Service --password x,com.example.Service",
        "com.example.Service,com.example.Service",
        "/srv/my service.jar --port 1,/srv/my service.jar",
        "service.jar --port 1,service.jar",
        "'',(unnamed)",
    })
    void aJvmIsListedWithoutItsArguments(String displayName, String shown) {
        assertThat(ListJvms.mainClass(displayName)).isEqualTo(shown);
    }
}
