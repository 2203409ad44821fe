package io.autobot.agent.smoke.redis;

import static java.util.stream.Collectors.toMap;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.redis.RedisWire;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent's counts against those of three others: the program's own ledger, the server's command statistics, and the
 * same program's statistics on a second server without the agent. About 20 s for each JDK.
 */
class RedisAgreementTest {
    private static final List<String> OLDEST = List.of("3.0.0", "4.0.0", "5.0.0", "6.0.0", "7.0.0", "8.0.0");
    private static final List<String> NEWEST = List.of("3.10.0", "4.4.8", "5.2.0", "6.2.0", "7.5.3", "8.0.2");

    /** What a client sends of its own: only of these may the server have seen more than the application asked for. */
    private static final Set<String> OF_CLIENTS = Set.of(
            "auth",
            "client_setinfo",
            "client_setname",
            "client",
            "discard",
            "hello",
            "info",
            "ping",
            "quit",
            "select",
            "unwatch");

    /** What the agent's own connection to a server adds to that. */
    private static final Set<String> OF_THE_AGENT =
            Set.of("auth", "client_setinfo", "client_setname", "client", "hello", "info", "quit", "select");

    /**
     * Sent by a thread other than the one that reads: both flush Jedis' buffer, without a lock, and the server now and
     * then gets the command twice, with the agent and without.
     */
    private static final Set<String> SENT_TWICE_AT_TIMES = Set.of("unsubscribe", "punsubscribe");

    /** The program repeats this until it sees what it waits for. */
    private static final String WAITING = "client_list";

    private static final List<String> GAUGES = List.of(
            "autobot_redis_connections_active",
            "autobot_redis_keys_total",
            "autobot_redis_memory_used_bytes",
            "autobot_redis_pool_available",
            "autobot_redis_pool_connections",
            "autobot_redis_pool_saturation_ratio",
            "autobot_redis_pool_size",
            "autobot_redis_server_info");

    /** Less than the value that the program stores before it waits. */
    private static final double BIG = 8e6;

    private static final String PASSWORD = "agreed";

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    private RedisProcess watched;
    private RedisProcess plain;

    static List<Matrix.Group> groups() {
        return Matrix.groups(OLDEST, NEWEST);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void agentServerAndApplicationCountTheSame(Matrix.Group group) throws IOException {
        watched = REDIS.standalone("requirepass " + PASSWORD);
        plain = REDIS.standalone("requirepass " + PASSWORD);
        ProgramJvm agent = ProgramJvm.withAgent(jvms, group.jdk(), "port=0,config=" + configuration());
        ProgramJvm bare = ProgramJvm.withoutAgent(jvms, group.jdk());
        SoftAssertions softly = new SoftAssertions();
        for (String version : group.versions()) {
            agree(version, agent, bare, softly);
        }
        Scrape last = agent.scrape();
        softly.assertThat(last.find("autobot_agent_errors_total")).isNotEmpty();
        softly.assertThat(last.sum("autobot_agent_errors_total")).isZero();
        softly.assertThat(last.sum("autobot_redis_connections_active")).isZero();
        softly.assertThat(last.find("autobot_redis_pool_size")).isEmpty();
        // One JVM has one line; the library seen first is named.
        softly.assertThat(last.find(
                        "autobot_agent_instrumentation_info",
                        "name",
                        "jedis",
                        "state",
                        "active",
                        "library_version",
                        group.versions().get(0)))
                .hasSize(1);
        softly.assertThat(agent.jvm().stderr().stream().filter(line -> line.startsWith("[autobot-agent]")))
                .hasSize(1);
        softly.assertAll();
    }

    private String configuration() throws IOException {
        Path file = temp.resolve("agent.yaml");
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

    private void agree(String version, ProgramJvm agent, ProgramJvm bare, SoftAssertions softly) throws IOException {
        Path classes = Files.createDirectory(temp.resolve(version));
        List<File> classPath = Programs.compile(version, classes, Programs.versionFolders(version));
        List.of(watched, plain).forEach(server -> server.call("FLUSHALL"));
        plain.resetStats();
        bare.run("program.Program", classPath, settings(plain), name -> {});
        CommandStats without = plain.commandStats();

        Scrape before = agent.scrape();
        watched.resetStats();
        Ledger ledger =
                agent.run("program.Program", classPath, settings(watched), name -> held(version, agent, softly));
        Scrape after = agent.scrape();
        CommandStats server = watched.commandStats();

        RedisCounts counts = new RedisCounts(before, after);
        applicationAgrees(version, counts, ledger, softly);
        serverAgrees(version, counts, ledger, server, softly);
        unchanged(version, server, without, softly);
    }

    private static Map<String, String> settings(RedisProcess server) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("host", server.host());
        settings.put("port", Integer.toString(server.port()));
        settings.put("password", PASSWORD);
        settings.put("functions", Boolean.toString(server.isAtLeast(7, 0)));
        return settings;
    }

    /** To the last count, by database, operation and outcome. */
    private static void applicationAgrees(String version, RedisCounts counts, Ledger ledger, SoftAssertions softly) {
        Map<String, Long> operations = named(ledger.of("op"), 0);
        softly.assertThat(counts.of("autobot_redis_operations_total", "database", "operation", "status"))
                .as(version + ": operations")
                .isEqualTo(operations);
        softly.assertThat(counts.of("autobot_redis_requests_total", "database", "operation", "status"))
                .as(version + ": requests")
                .isEqualTo(requests(operations));
        Map<String, Long> timed = named(ledger.of("timed"), 0);
        softly.assertThat(counts.of("autobot_redis_operation_latency_seconds_count", "database", "operation"))
                .as(version + ": latency")
                .isEqualTo(timed);
        softly.assertThat(counts.of("autobot_operation_duration_seconds_count", "database", "operation_type"))
                .as(version + ": durations")
                .isEqualTo(renamed(timed, words -> words.replace(" ", " redis_")));
        softly.assertThat(counts.of("autobot_timeout_total", "operation_type", "database", "status"))
                .as(version + ": timeouts")
                .isEqualTo(named(ledger.of("timeout"), 1));
        softly.assertThat(counts.of("autobot_redis_pubsub_messages_total", "database", "direction"))
                .as(version + ": messages")
                .isEqualTo(named(ledger.of("pubsub"), 0));
        Map<String, Long> borrowed = named(ledger.of("borrow"), 0);
        softly.assertThat(counts.of("autobot_redis_pool_wait_seconds_count", "database"))
                .as(version + ": borrows")
                .containsAllEntriesOf(borrowed);
    }

    /** Agent = calls and refusals of the server - called by scripts + never seen by the server. */
    private static void serverAgrees(
            String version, RedisCounts counts, Ledger ledger, CommandStats server, SoftAssertions softly) {
        boolean subCommands = server.byName().keySet().stream().anyMatch(name -> name.startsWith("config_"));
        UnaryOperator<Map<String, Long>> fold = subCommands ? counted -> counted : Ledger::folded;
        Map<String, Long> agent = fold.apply(counts.operations());
        Map<String, Long> asked = fold.apply(ledger.operations());
        Map<String, Long> scripts = ledger.of("script");
        Map<String, Long> unseen = ledger.of("unseen");
        Map<String, Long> maybe = ledger.of("maybe");
        Set<String> operations = new TreeSet<>(agent.keySet());
        operations.addAll(server.byName().keySet());
        softly.assertThat(agent.size()).as(version + ": kinds of commands").isGreaterThan(80);
        for (String operation : operations) {
            long counted = agent.getOrDefault(operation, 0L);
            long most = server.attempts(operation)
                    - scripts.getOrDefault(operation, 0L)
                    + unseen.getOrDefault(operation, 0L)
                    + maybe.getOrDefault(operation, 0L);
            long least = most - maybe.getOrDefault(operation, 0L);
            String what = version + ": " + operation + " as the server counted it";
            if (OF_CLIENTS.contains(operation) || SENT_TWICE_AT_TIMES.contains(operation)) {
                softly.assertThat(counted).as(what).isEqualTo(asked.getOrDefault(operation, 0L));
                softly.assertThat(counted).as(what).isLessThanOrEqualTo(most);
            } else {
                softly.assertThat(counted).as(what).isBetween(least, most);
            }
        }
    }

    /** The client sends with the agent what it sends without. */
    private static void unchanged(String version, CommandStats server, CommandStats without, SoftAssertions softly) {
        Set<String> operations = new TreeSet<>(server.byName().keySet());
        operations.addAll(without.byName().keySet());
        operations.remove(WAITING);
        operations.removeAll(SENT_TWICE_AT_TIMES);
        long own = server.attempts("info");
        softly.assertThat(without.calls("info")).isZero();
        softly.assertThat(own).as(version + ": samples").isPositive();
        for (String operation : operations) {
            long more = server.attempts(operation) - without.attempts(operation);
            if (OF_THE_AGENT.contains(operation)) {
                softly.assertThat(more)
                        .as(version + ": " + operation + " sent by the agent")
                        .isBetween(0L, 3 * own);
            } else {
                softly.assertThat(more)
                        .as(version + ": " + operation + " more than without the agent")
                        .isZero();
            }
        }
    }

    /** 3 of 5 connections borrowed, 1 idle, two direct ones open in databases 0 and 2. */
    private void held(String version, ProgramJvm agent, SoftAssertions softly) {
        long keys = keys(3);
        // The agent asks the server at its own pace; the big value is there, so this reading is new.
        Scrape scrape = Scrape.await(
                agent.jvm().endpointUrl() + "/metrics?name%5B%5D=" + String.join("&name%5B%5D=", GAUGES),
                seen -> seen.sum("autobot_redis_memory_used_bytes") > BIG
                        && Math.abs(seen.sum("autobot_redis_memory_used_bytes") - memory()) < 1e6
                        && seen.sum("autobot_redis_keys_total", "database", "sessions") == keys,
                Duration.ofSeconds(20));
        softly.assertThat(gauges(scrape, "autobot_redis_pool_connections", "state"))
                .as(version + ": pool")
                .isEqualTo(Map.of("active", 3.0, "idle", 1.0, "waiting", 0.0, "max", 5.0));
        softly.assertThat(scrape.value("autobot_redis_pool_size", "database", "sessions"))
                .isEqualTo(4);
        softly.assertThat(scrape.value("autobot_redis_pool_available", "database", "sessions"))
                .isEqualTo(1);
        softly.assertThat(scrape.value("autobot_redis_pool_saturation_ratio", "database", "sessions"))
                .isEqualTo(0.6);
        softly.assertThat(Map.of(
                        "main", scrape.value("autobot_redis_connections_active", "database", "main"),
                        "cache", scrape.value("autobot_redis_connections_active", "database", "cache"),
                        "sessions", scrape.value("autobot_redis_connections_active", "database", "sessions")))
                .as(version + ": connections in use")
                .isEqualTo(Map.of("main", 1.0, "cache", 1.0, "sessions", 3.0));
        // One server, shown once, under the lowest of its databases in use.
        softly.assertThat(scrape.find("autobot_redis_memory_used_bytes")).hasSize(1);
        softly.assertThat(scrape.find("autobot_redis_memory_used_bytes", "database", "main"))
                .hasSize(1);
        softly.assertThat(scrape.value("autobot_redis_keys_total", "database", "main"))
                .as(version + ": keys of database 0")
                .isEqualTo(keys(0));
        softly.assertThat(scrape.find(
                        "autobot_redis_server_info",
                        "database",
                        "sessions",
                        "version",
                        watched.version(),
                        "mode",
                        "standalone"))
                .hasSize(1);
    }

    private double memory() {
        try (RedisWire wire = watched.connect()) {
            return Double.parseDouble(wire.info("memory", "used_memory"));
        }
    }

    private long keys(int database) {
        try (RedisWire wire = watched.connect()) {
            String line = wire.info("keyspace", "db" + database);
            return Long.parseLong(line.split("[=,]")[1]);
        }
    }

    private static Map<String, Double> gauges(Scrape scrape, String name, String label) {
        return scrape.find(name, "database", "sessions").stream()
                .collect(toMap(sample -> sample.labels().get(label), sample -> sample.value()));
    }

    /** Indexes as the configuration names them. */
    private static Map<String, Long> named(Map<String, Long> byIndex, int position) {
        return renamed(byIndex, entry -> {
            String[] words = entry.split(" ");
            words[position] = alias(words[position]);
            return String.join(" ", words);
        });
    }

    private static String alias(String index) {
        return switch (index) {
            case "0" -> "main";
            case "2" -> "cache";
            case "3" -> "sessions";
            default -> "db" + index;
        };
    }

    private static Map<String, Long> requests(Map<String, Long> operations) {
        return renamed(
                operations,
                entry -> entry.replaceAll(" (hit|miss)$", " success").replaceAll(" error$", " failed"));
    }

    private static Map<String, Long> renamed(Map<String, Long> counts, UnaryOperator<String> name) {
        Map<String, Long> renamed = new TreeMap<>();
        counts.forEach((entry, count) -> renamed.merge(name.apply(entry), count, Long::sum));
        return renamed;
    }
}
