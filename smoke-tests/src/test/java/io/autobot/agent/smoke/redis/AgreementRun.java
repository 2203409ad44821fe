package io.autobot.agent.smoke.redis;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;

/**
 * Runs the program of one library, version by version, twice: in a JVM with the agent against one server, in a JVM
 * without it against another. Then all counts must agree. For one thread.
 */
final class AgreementRun {
    private static final String PASSWORD = "agreed";
    private static final Aliases ALIASES = new Aliases(Map.of("2", "cache", "3", "sessions"));

    private final String mainClass;
    private final Path folder;
    private final Set<String> sentTwiceAtTimes;
    private final RedisProcess watched;
    private final RedisProcess plain;
    private final ProgramJvm agent;
    private final ProgramJvm bare;
    private final SoftAssertions softly = new SoftAssertions();

    AgreementRun(
            String mainClass,
            Set<String> sentTwiceAtTimes,
            Matrix.Group group,
            RedisServers redis,
            ForkedJvms jvms,
            Path folder)
            throws IOException {
        this.mainClass = mainClass;
        this.sentTwiceAtTimes = sentTwiceAtTimes;
        this.folder = folder;
        watched = redis.standalone("requirepass " + PASSWORD);
        plain = redis.standalone("requirepass " + PASSWORD);
        agent = ProgramJvm.withAgent(jvms, group.jdk(), "port=0,config=" + configuration());
        bare = ProgramJvm.withoutAgent(jvms, group.jdk());
    }

    private String configuration() throws IOException {
        Path file = folder.resolve("agent.yaml");
        Files.write(
                file,
                List.of(
                        "metrics:",
                        "  max-series-per-family: 10000",
                        "redis:",
                        "  databases:",
                        "    \"2\": cache",
                        "    \"" + watched.address() + "/3\": sessions",
                        "  server-stats:",
                        "    interval: 1s"));
        return file.toString();
    }

    /** @param classPath the program, compiled against this version, and all it needs */
    void agree(String version, List<File> classPath) {
        List.of(watched, plain).forEach(server -> server.call("FLUSHALL"));
        plain.resetStats();
        bare.run(mainClass, classPath, settings(plain), name -> {});
        CommandStats without = plain.commandStats();

        Scrape before = agent.scrape();
        watched.resetStats();
        HeldConnections held = new HeldConnections(watched, softly);
        Ledger ledger = agent.run(
                mainClass, classPath, settings(watched), checkpoint -> held.areShown(version, checkpoint, agent));
        Scrape after = agent.scrape();
        CommandStats server = watched.commandStats();

        Agreement agreement = new Agreement(version, ALIASES, sentTwiceAtTimes, softly);
        RedisCounts counts = new RedisCounts(before, after);
        agreement.withApplication(counts, ledger);
        agreement.withServer(counts, ledger, server);
        agreement.withoutAgent(server, without);
    }

    private static Map<String, String> settings(RedisProcess server) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("host", server.host());
        settings.put("port", Integer.toString(server.port()));
        settings.put("password", PASSWORD);
        settings.put("functions", Boolean.toString(server.isAtLeast(7, 0)));
        return settings;
    }

    /**
     * After the last version: nothing is left open, and nothing went wrong.
     *
     * @param first the version that was seen first: one JVM has one line for a library, which names that
     */
    void end(String instrumentation, String first) {
        Scrape last = agent.scrape();
        softly.assertThat(last.find("autobot_agent_errors_total")).isNotEmpty();
        softly.assertThat(last.sum("autobot_agent_errors_total")).isZero();
        softly.assertThat(last.sum("autobot_redis_connections_active")).isZero();
        softly.assertThat(last.find("autobot_redis_pool_size")).isEmpty();
        softly.assertThat(last.find(
                        "autobot_agent_instrumentation_info",
                        "name",
                        instrumentation,
                        "state",
                        "active",
                        "library_version",
                        first))
                .hasSize(1);
        softly.assertThat(agent.jvm().stderr().stream().filter(line -> line.startsWith("[autobot-agent]")))
                .hasSize(1);
        softly.assertAll();
    }
}
