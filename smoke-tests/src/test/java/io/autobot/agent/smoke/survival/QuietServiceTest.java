package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but a scraper can tell that the agent is there. */
class QuietServiceTest {
    @RegisterExtension
    static final RedisServers servers = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void outputAndPropertiesAreThoseOfARunWithoutAgent(int feature) throws IOException {
        RedisProcess redis = servers.standalone();
        Path without = Files.createDirectory(folder.resolve("without"));
        Path with = Files.createDirectory(folder.resolve("with"));
        List<String> plainOutput = run(new Talk(jvms.start(TestServices.on(Jdks.of(feature)))), redis, without)
                .end()
                .stdout();
        Talk talk = new Talk(jvms.start(TestServices.on(Jdks.of(feature)).agent("port=0")));
        talk.jvm().endpointPort();
        run(talk, redis, with);
        // By then the endpoint, the metrics and the sampler are all at work.
        assertThat(talk.scrape(scrape ->
                                !scrape.find("autobot_redis_memory_used_bytes").isEmpty())
                        .sum("autobot_agent_errors_total"))
                .isZero();
        talk.tell("properties " + with);
        ForkedJvm jvm = talk.end();

        assertThat(jvm.stdout().stream().limit(plainOutput.size())).isEqualTo(plainOutput);
        assertThat(jvm.stderr()).hasSize(1).first().asString().contains("metrics at http://");
        for (String moment : List.of("start.txt", "now.txt", "exit.txt")) {
            assertThat(properties(with.resolve(moment))).as(moment).isEqualTo(properties(without.resolve(moment)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyThreadIsADaemonWithoutContextLoaderAndTheListenerIsGoneAtExit(int feature) {
        Talk plain = new Talk(jvms.start(TestServices.on(Jdks.of(feature)))).tell("threads");
        List<String> usual = plain.end().stdout();
        Talk talk = new Talk(jvms.start(TestServices.on(Jdks.of(feature)).agent("port=0")));
        talk.jvm().endpointPort();
        talk.scrape();
        talk.tell("threads", "watch-exit");
        List<String> threads = talk.jvm().stdout().stream()
                .filter(line -> line.startsWith("thread "))
                .filter(line -> !usual.contains(line))
                .collect(Collectors.toList());

        assertThat(threads).anyMatch(line -> line.contains("autobot-"));
        // The JDK's own listener thread is made without inheritance from 21 on, which gives it the system loader.
        assertThat(threads)
                .allMatch(line ->
                        line.startsWith("thread daemon none ") || line.equals("thread daemon system HTTP-Dispatcher"));
        // A thread in accept or epoll would hold the JVM's end up.
        assertThat(talk.end().stdout()).contains("listener gone");
    }

    private static Talk run(Talk talk, RedisProcess redis, Path properties) {
        // A pool that stays open, so that there is a server to ask.
        return talk.tell("redis " + redis.port(), "script", "pool", "borrow", "return", "properties " + properties);
    }

    /** The JVM itself adds the jar of any -javaagent to the class path, and shows it there. */
    private static List<String> properties(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replace(File.pathSeparator + AgentJar.find(), ""))
                .collect(Collectors.toList());
    }
}
