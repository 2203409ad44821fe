package io.autobot.agent.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.testkit.library.LibraryLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkedJvmTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    /** Says what it was given, answers each line of stdin, and ends with the number it reads. */
    public static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            System.out.println("release " + Runtime.version().feature());
            System.out.println("args " + String.join(",", args));
            System.out.println("property " + System.getProperty("some.property"));
            System.out.println("variable " + System.getenv("SOME_VARIABLE"));
            System.out.println("folder " + Path.of("").toAbsolutePath().toRealPath());
            System.err.println("[autobot-agent] 0.1.0 http://0.0.0.0:12345/metrics instrumentations: jedis");
            Scanner lines = new Scanner(System.in, "UTF-8");
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("end ")) {
                    System.exit(Integer.parseInt(line.substring(4)));
                }
                System.out.println("heard " + line);
            }
        }
    }

    private static ForkedJvmBuilder program(int release) {
        return ForkedJvm.on(Jdks.of(release))
                .classPath(LibraryLoader.locationOf(Program.class))
                .main(Program.class.getName(), "a", "b c");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theProgramGetsWhatTheBuilderSays(int release, @TempDir Path folder) throws Exception {
        ForkedJvm jvm = jvms.start(program(release)
                .property("some.property", 5)
                .environment("SOME_VARIABLE", "x")
                .in(folder));
        assertThat(jvm.awaitStdout(line -> line.startsWith("folder "), LIMIT))
                .isEqualTo("folder " + folder.toRealPath());
        assertThat(jvm.stdout()).contains("release " + release, "args a,b c", "property 5", "variable x");
        assertThat(jvm.endpointPort()).isEqualTo(12345);
        assertThat(jvm.endpointUrl()).isEqualTo("http://127.0.0.1:12345");
        jvm.send("hello");
        assertThat(jvm.awaitLine(line -> line.startsWith("heard"), LIMIT)).isEqualTo("heard hello");
        jvm.send("end 7");
        assertThat(jvm.exitCode(LIMIT)).isEqualTo(7);
        assertThat(jvm.stderr()).hasSize(1);
    }

    @Test
    void aLineThatCannotComeAnyMoreFailsAtOnce() {
        ForkedJvm jvm = jvms.start(program(17));
        jvm.closeStdin();
        assertThatThrownBy(() -> jvm.awaitLine(line -> line.equals("never"), Duration.ofHours(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("args a,b c");
        assertThat(jvm.exitCode(LIMIT)).isZero();
    }

    @Test
    void closeKillsTheProcess() {
        ForkedJvm jvm = program(17).start();
        jvm.awaitStdout(line -> line.startsWith("release"), LIMIT);
        jvm.close();
        assertThat(jvm.isAlive()).isFalse();
    }

    @Test
    void aProgramThatRunsTooLongIsKilled() {
        ForkedJvm jvm = jvms.start(program(17));
        assertThatThrownBy(() -> jvm.exitCode(Duration.ofMillis(1))).hasMessageContaining("still running");
        assertThat(jvm.isAlive()).isFalse();
    }
}
