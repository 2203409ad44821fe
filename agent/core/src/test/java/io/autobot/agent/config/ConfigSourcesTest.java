package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.log.AgentLog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigSourcesTest {
    @TempDir
    Path directory;

    private final Sources sources = new Sources().instrumentations(Set.of("jedis", "lettuce", "java-http-client"));

    private Config arguments(String text) {
        return Config.load(sources.agentArguments(text));
    }

    private Config yaml(String text) throws Exception {
        Files.writeString(directory.resolve("autobot-agent.yaml"), text);
        return Config.load(sources.jarDirectory(directory.toFile()));
    }

    @Test
    void nothingConfiguredMeansDefaultsAndSilence() {
        Config config = Config.load(new Sources().jarDirectory(directory.toFile()));

        assertThat(config.get(Options.ENABLED)).isTrue();
        assertThat(config.get(Options.CONFIG)).isNull();
        assertThat(config.get(Options.LOG_LEVEL)).isEqualTo(AgentLog.Level.INFO);
        assertThat(config.get(Options.ENDPOINT_HOST)).isEqualTo("0.0.0.0");
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(9465);
        assertThat(config.get(Options.ENDPOINT_TLS_CLIENT_AUTH)).isEqualTo(ClientAuth.NONE);
        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_x")).isNull();
        assertThat(config.get(Options.REDIS_DATABASES)).isEmpty();
        assertThat(config.get(Options.REDIS_SERVER_STATS_INTERVAL)).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.sourceOf(Options.ENDPOINT_PORT)).isEqualTo(Source.DEFAULT);
        assertThat(config.problems()).isEmpty();
        assertThat(config.notes()).isEmpty();
    }

    @Test
    void everyTypeIsReadFromEverySource() throws Exception {
        String[][] all = {
            {"enabled", "off"},
            {"log.level", "Debug"},
            {"endpoint.host", "127.0.0.1"},
            {"endpoint.port", "0"},
            {"endpoint.tls.keystore", "/k.p12"},
            {"endpoint.tls.client-auth", "need"},
            {"instrumentations.java-http-client.enabled", "no"},
            {"metrics.buckets.autobot_a", "0.1;1;10"},
            {"redis.databases", "0->a;h:1/2->b"},
            {"redis.server-stats.interval", "1500ms"}
        };
        StringBuilder arguments = new StringBuilder();
        Map<String, String> environment = new HashMap<>();
        Properties properties = new Properties();
        StringBuilder yaml = new StringBuilder();
        for (String[] setting : all) {
            arguments.append(setting[0]).append('=').append(setting[1]).append(',');
            properties.put("autobot." + setting[0], setting[1]);
            environment.put(Source.environmentName(setting[0]), setting[1]);
            yaml.append(setting[0]).append(": ").append(setting[1]).append('\n');
        }

        assertAllRead(Source.ARGUMENTS, Config.load(new Sources().agentArguments(arguments.toString())));
        assertAllRead(Source.PROPERTIES, Config.load(new Sources().systemProperties(properties)));
        assertAllRead(
                Source.ENVIRONMENT,
                Config.load(new Sources().environment(environment).instrumentations(Set.of("java-http-client"))));
        assertAllRead(Source.FILE, yaml(yaml.toString()));
    }

    private static void assertAllRead(Source source, Config config) {
        assertThat(config.problems()).isEmpty();
        assertThat(config.notes()).isEmpty();
        assertThat(config.sourceOf(Options.ENABLED)).isEqualTo(source);
        assertThat(config.get(Options.ENABLED)).isFalse();
        assertThat(config.get(Options.LOG_LEVEL)).isEqualTo(AgentLog.Level.DEBUG);
        assertThat(config.get(Options.ENDPOINT_HOST)).isEqualTo("127.0.0.1");
        assertThat(config.get(Options.ENDPOINT_PORT)).isZero();
        assertThat(config.get(Options.ENDPOINT_TLS_KEYSTORE)).isEqualTo(new File("/k.p12"));
        assertThat(config.get(Options.ENDPOINT_TLS_CLIENT_AUTH)).isEqualTo(ClientAuth.NEED);
        assertThat(config.get(Options.INSTRUMENTATION_ENABLED, "java-http-client"))
                .isFalse();
        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_a")).containsExactly(0.1, 1, 10);
        assertThat(config.get(Options.REDIS_DATABASES)).isEqualTo(Map.of("0", "a", "h:1/2", "b"));
        assertThat(config.get(Options.REDIS_SERVER_STATS_INTERVAL)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void theStrongerSourceWins() throws Exception {
        sources.agentArguments("port=1")
                .systemProperties(Map.of("autobot.endpoint.port", "2", "autobot.endpoint.host", "p"))
                .environment(Map.of(
                        "AUTOBOT_ENDPOINT_PORT", "3",
                        "AUTOBOT_ENDPOINT_HOST", "e",
                        "AUTOBOT_ENDPOINT_USERNAME", "e"));
        Config config = yaml("endpoint: {port: 4, host: f, username: f, file-sd: /f}");

        assertThat(config.problems()).isEmpty();
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(1);
        assertThat(config.get(Options.ENDPOINT_HOST)).isEqualTo("p");
        assertThat(config.get(Options.ENDPOINT_USERNAME)).isEqualTo("e");
        assertThat(config.get(Options.ENDPOINT_FILE_SD)).isEqualTo(new File("/f"));
        assertThat(config.sourceOf(Options.ENDPOINT_USERNAME)).isEqualTo(Source.ENVIRONMENT);
    }

    @Test
    void aWrongValueLeavesTheNextSourcesOne() throws Exception {
        sources.agentArguments("port=http")
                .systemProperties(Map.of("autobot.endpoint.port", "65536"))
                .environment(Map.of("AUTOBOT_ENDPOINT_PORT", "-1"));
        Config config = yaml("endpoint.port: 7");

        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(7);
        assertThat(config.problems())
                .containsExactly(
                        "agent argument 'port': 'http' is not a whole number from 0 to 65535; ignored",
                        "system property 'autobot.endpoint.port': '65536' is not a whole number from 0 to 65535; ignored",
                        "environment variable 'AUTOBOT_ENDPOINT_PORT': '-1' is not a whole number from 0 to 65535; ignored");
    }

    @ParameterizedTest
    @CsvSource({
        "enabled, maybe",
        "log.level, loud",
        "endpoint.port, 1e3",
        "endpoint.port, 99999999999999999999",
        "endpoint.tls.client-auth, optional",
        "metrics.max-series-per-family, 9",
        "metrics.buckets.autobot_a, 1;x",
        "metrics.buckets.autobot_a, 2;1",
        "metrics.buckets.autobot_a, 1;1",
        "metrics.buckets.autobot_a, NaN",
        "metrics.buckets.autobot_a, -1;1",
        "metrics.buckets.autobot_a, 1;Infinity",
        "redis.databases, main",
        "redis.databases, zero->main",
        "redis.databases, host/0->main",
        "redis.databases, 0->",
        "redis.server-stats.interval, 30",
        "redis.server-stats.interval, 10ms",
        "redis.server-stats.interval, s",
        "redis.server-stats.interval, 5 days",
        "redis.server-stats.interval, 999999999999999h"
    })
    void aWrongValueIsOneLineAndNotTaken(String key, String value) {
        Config config = Config.load(new Sources().systemProperties(Map.of("autobot." + key, value)));

        assertThat(config.problems())
                .singleElement()
                .asString()
                .startsWith("system property 'autobot." + key + "': ")
                .contains(" is not ");
        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_a")).isNull();
        assertThat(config.get(Options.REDIS_DATABASES)).isEmpty();
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(9465);
    }

    @Test
    void agentArgumentsKnowOneEscapeAndKeepOtherBackslashes() {
        Config config =
                arguments(" username = a\\,b=c\\d ,,endpoint.tls.keystore=C:\\keys\\k.p12,redis.databases=0->x\\,y");

        assertThat(config.problems())
                .containsExactly("agent argument 'username': no such key, the nearest is 'endpoint.username'; ignored");
        assertThat(config.get(Options.ENDPOINT_TLS_KEYSTORE)).isEqualTo(new File("C:\\keys\\k.p12"));
        assertThat(config.get(Options.REDIS_DATABASES)).containsEntry("0", "x,y");
        assertThat(arguments("endpoint.username=a\\,b=c").get(Options.ENDPOINT_USERNAME))
                .isEqualTo("a,b=c");
    }

    @Test
    void shortFormsBelongToAgentArguments() {
        assertThat(arguments("host=h,port=5").problems()).isEmpty();
        assertThat(Config.load(new Sources().systemProperties(Map.of("autobot.port", "5")))
                        .problems())
                .containsExactly(
                        "system property 'autobot.port': no such key, the nearest is 'endpoint.port'; ignored");
    }

    @Test
    void anArgumentWithoutAValueIsSaidByItsPlace() {
        assertThat(arguments("port=1,/etc/agent.yaml,enabled=").problems())
                .containsExactly(
                        "agent argument 2: is not key=value; a comma within a value is written \\,",
                        "agent argument 'enabled': has no value; it takes true or false; ignored");
    }

    @Test
    void aKeySetTwiceIsSaid() throws Exception {
        Config config = arguments("port=1,endpoint.port=2");
        assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(1);
        assertThat(config.problems())
                .containsExactly("agent argument 'endpoint.port': is set twice by this source; the first one holds");
    }

    @Test
    void mapsMergeEntryByEntry() throws Exception {
        sources.agentArguments("redis.databases=0->args")
                .systemProperties(Map.of("autobot.redis.databases", "0->property;1->property"))
                .environment(Map.of("AUTOBOT_REDIS_DATABASES", "1->environment;2->environment"));
        Config config = yaml("redis:\n  databases:\n    2: file\n    \"[::1]:6379/3\": file\n");

        assertThat(config.problems()).isEmpty();
        assertThat(config.get(Options.REDIS_DATABASES))
                .isEqualTo(Map.of("0", "args", "1", "property", "2", "environment", "[::1]:6379/3", "file"));
        assertThat(config.sourceOf(Options.REDIS_DATABASES)).isEqualTo(Source.ARGUMENTS);
    }

    @Test
    void anUnknownEnvironmentNameIsANoteAndAnEmptyOneIsNotSet() {
        Config config = Config.load(new Sources()
                .environment(Map.of("AUTOBOT_HOME", "/x", "AUTOBOT_ENABLED", "", "HOME", "/", "AUTOBOT_", "y")));

        assertThat(config.problems()).isEmpty();
        assertThat(config.notes())
                .hasSize(2)
                .anySatisfy(note -> assertThat(note).startsWith("environment variable 'AUTOBOT_HOME': "));
        assertThat(config.get(Options.ENABLED)).isTrue();
    }

    @Test
    void foreignThingsAmongThePropertiesAreNoConcern() {
        Properties properties = new Properties();
        properties.put(new Object(), "x");
        properties.put("autobot.endpoint.port", 5);
        properties.put("other.port", "5");

        assertThat(Config.load(new Sources().systemProperties(properties)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "endpont.port, endpoint.port",
        "endpoint.healthOpen, endpoint.health-open",
        "Enabled, enabled",
        "instrumentations.jediss.enabled, instrumentations.jedis.enabled",
        "instrumentations.reds.enabled, instrumentations.redis.enabled",
        "metric.buckets.autobot_x, metrics.buckets.autobot_x",
        "interval, redis.server-stats.interval"
    })
    void anUnknownKeyIsAnsweredWithTheNearest(String key, String nearest) {
        assertThat(arguments(key + "=1").problems())
                .containsExactly(
                        "agent argument '" + key + "': no such key, the nearest is '" + nearest + "'; ignored");
    }

    @Test
    void aKeyFarFromAllIsPointedToTheDocumentation() {
        assertThat(arguments("colour=blue").problems())
                .containsExactly("agent argument 'colour': no such key, see docs/configuration.md; ignored");
    }

    @Test
    void sectionsTakeNoValueAndValuesNoKeysBelow() throws Exception {
        assertThat(yaml("endpoint: 9465\nlog:\ninstrumentations.jedis: on\nmetrics.max-series-per-family: {a: 1}")
                        .problems())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith(
                                        "line 1, 'endpoint': takes no value itself, keys below it do, such as 'endpoint.enabled'; ignored"),
                        line -> assertThat(line)
                                .contains("line 3")
                                .contains("such as 'instrumentations.jedis.enabled'"),
                        line -> assertThat(line)
                                .contains("line 4")
                                .contains("no keys stand below 'metrics.max-series-per-family'"));
    }

    @Test
    void problemsAreLimitedAndCounted() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("unknown").append(i).append("=1,");
        }
        assertThat(arguments(text.toString()).problems())
                .hasSize(21)
                .last()
                .isEqualTo("configuration: 80 further problems are not shown");
    }

    @Test
    void linesHoldNoControlCharactersAndNoLongTexts() {
        assertThat(arguments("enabled=a\n\u001b[31m" + "x".repeat(10_000)).problems())
                .singleElement()
                .asString()
                .contains("'a??[31mxxx")
                .hasSizeLessThan(200);
    }

    @Test
    void whatIsAskedForCannotChangeTheConfiguration() {
        Config config = arguments("metrics.buckets.autobot_a=1;2,redis.databases=0->a");
        config.get(Options.METRICS_BUCKETS, "autobot_a")[0] = 9;

        assertThat(config.get(Options.METRICS_BUCKETS, "autobot_a")).containsExactly(1, 2);
        assertThat(config.get(Options.REDIS_DATABASES)).isUnmodifiable();
    }

    @Test
    void bucketsOfUnknownFamiliesAreFoundOnceTheFamiliesAreKnown() {
        Config config = arguments("metrics.buckets.autobot_good=1,metrics.buckets.autobot_god=1");

        assertThat(config.unknownFamilies(Set.of("autobot_good", "autobot_other_thing")))
                .containsExactly(
                        "agent argument 'metrics.buckets.autobot_god': no such metric family, the nearest is 'autobot_good'; ignored");
    }
}
