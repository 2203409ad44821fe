package io.autobot.agent.smoke.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoTest {
    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @Test
    void summaryShowsAllDatabasesAndModelsAndEverythingEndsWithTheDemo() {
        ForkedJvm demo = jvms.start(ForkedJvm.on(Jdks.current())
                .classPath(classPath())
                .main(Demo.class.getName(), "--seconds", "20", "--port", "0", "--refresh", "1"));
        demo.awaitStdout(line -> line.startsWith("after "), Duration.ofSeconds(60));
        List<ProcessHandle> started = demo.process().descendants().toList();

        assertThat(demo.exitCode(Duration.ofSeconds(60))).as(demo.report()).isZero();

        assertThat(demo.stdout())
                .anyMatch(line -> line.matches("Its metrics, while it runs: http://127\\.0\\.0\\.1:\\d+/metrics"))
                .anyMatch(line -> line.matches("after \\d+ s: [1-9]\\d* commands/s, .* hit ratio [1-9][\\d.]* %"))
                .anyMatch(line -> line.startsWith("database main: "))
                .anyMatch(line -> line.startsWith("database db1: "))
                .anyMatch(line -> line.startsWith("database db2: "))
                .anyMatch(line -> line.matches(" +pool: \\d+ active, \\d+ idle, \\d+ waiting, at most 8; p95 wait .*"))
                .anyMatch(line -> line.matches(" +pool: \\d+ active, \\d+ idle, \\d+ waiting, at most 4; p95 wait .*"))
                .anyMatch(line -> line.matches(" +get +[\\d.]+ +[1-9]\\d* +0 +[\\d.]+ ms"))
                .anyMatch(line -> line.matches(" +zincrby +[\\d.]+ +[1-9]\\d* +0 +[\\d.]+ ms"))
                .anyMatch(line -> line.matches("LLM: 0 errors, [01] under way, \\$0\\.\\d+ so far"))
                .anyMatch(line -> line.matches(" +gpt-4o-mini +[1-9]\\d* +[1-9]\\d* +[1-9]\\d* +\\$[\\d.]+ .*"))
                .anyMatch(line -> line.matches(" +gpt-4\\.1 +[1-9]\\d* .*"))
                .anyMatch(line -> line.matches(" +Customer +[\\d.]+ +[1-9]\\d* +0 +[\\d.]+ ms"))
                .anyMatch(line -> line.matches(" +Letters +[\\d.]+ +[1-9]\\d* +0 .*"))
                .anyMatch(line ->
                        line.matches("workflow letter: [1-9]\\d* done, 0 cancelled, 0 failed, [1-9]\\d* steps, .*"))
                .anyMatch(line ->
                        line.matches("workflow order: [1-9]\\d* done, \\d+ cancelled, 0 failed, [1-9]\\d* steps, .*"))
                .anyMatch(line -> line.matches(" +hgetall +[\\d.]+ +[1-9]\\d* +0 +[\\d.]+ ms"));
        assertThat(started).as("Redis and the service ran").hasSizeGreaterThanOrEqualTo(2);
        assertThat(started).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aWrongOptionIsOneSentence() {
        ForkedJvm demo = jvms.start(
                ForkedJvm.on(Jdks.current()).classPath(classPath()).main(Demo.class.getName(), "--second", "5"));

        assertThat(demo.exitCode(Duration.ofSeconds(30))).isEqualTo(2);
        assertThat(demo.stderr())
                .singleElement()
                .asString()
                .startsWith("Unknown option --second. Usage: ./demo [--seconds N]");
    }

    private static List<File> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .toList();
    }
}
