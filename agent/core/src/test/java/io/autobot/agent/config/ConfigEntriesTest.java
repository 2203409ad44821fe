package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps and lists: each says what its entries look like, and takes no others. */
class ConfigEntriesTest {
    private static Config property(String key, String value) {
        return Config.load(new Sources().systemProperties(Map.of("autobot." + key, value)));
    }

    @Test
    void nothingConfiguredMeansNoEntries() {
        Config config = Config.load(new Sources());

        assertThat(config.get(Options.LLM_HOSTS)).isEmpty();
        assertThat(config.get(Options.LLM_PRICES)).isNull();
        assertThat(config.get(Options.LLM_QUOTAS)).isEmpty();
        assertThat(config.get(Options.LLM_AVAILABILITY_FAILURES)).isEqualTo(3);
        assertThat(config.get(Options.GITHUB_HOSTS)).isEmpty();
    }

    @Test
    void entriesInAFile(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("autobot-agent.yaml"), """
                llm:
                  hosts:
                    llm.internal:4000: openai
                    "[fd00::1]:8000": our_models.v-1
                  prices: /etc/prices.csv
                  quotas: {openai/daily: 10000, anthropic/monthly: 5}
                  availability-failures: 1000
                github.hosts: [github.example.com, "ghe.internal:8443"]
                """);
        Config config = Config.load(new Sources().jarDirectory(directory.toFile()));

        assertThat(config.problems()).isEmpty();
        assertThat(config.get(Options.LLM_HOSTS))
                .isEqualTo(Map.of("llm.internal:4000", "openai", "[fd00::1]:8000", "our_models.v-1"));
        assertThat(config.get(Options.LLM_PRICES)).isEqualTo(new File("/etc/prices.csv"));
        assertThat(config.get(Options.LLM_QUOTAS)).isEqualTo(Map.of("openai/daily", "10000", "anthropic/monthly", "5"));
        assertThat(config.get(Options.LLM_AVAILABILITY_FAILURES)).isEqualTo(1_000);
        assertThat(config.get(Options.GITHUB_HOSTS)).containsExactly("github.example.com", "ghe.internal:8443");
    }

    @Test
    void aListOfAStrongerSourceReplacesTheOther(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("autobot-agent.yaml"), "github.hosts: [a, b]");
        Config config = Config.load(new Sources()
                .environment(Map.of("AUTOBOT_GITHUB_HOSTS", " c ; d;"))
                .jarDirectory(directory.toFile()));

        assertThat(config.problems()).isEmpty();
        assertThat(config.get(Options.GITHUB_HOSTS)).containsExactly("c", "d").isUnmodifiable();
        assertThat(config.sourceOf(Options.GITHUB_HOSTS)).isEqualTo(Source.ENVIRONMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "redis.databases ~ 0->a;main->b ~ main->b",
                "llm.hosts ~ https://gateway->openai ~ https://gateway->openai",
                "llm.hosts ~ gateway:0->openai ~ gateway:0->openai",
                "llm.hosts ~ gateway/v1->openai ~ gateway/v1->openai",
                "llm.hosts ~ gateway->OpenAI ~ gateway->OpenAI",
                "llm.hosts ~ gateway-> ~ gateway->",
                "llm.hosts ~ gateway ~ gateway",
                "llm.hosts ~ g->a2345678901234567890123456789012345678901 ~ g->a2345678901234567890123456789012345678901",
                "llm.quotas ~ openai->10 ~ openai->10",
                "llm.quotas ~ openai/hourly->10 ~ openai/hourly->10",
                "llm.quotas ~ openai/daily->0 ~ openai/daily->0",
                "llm.quotas ~ openai/daily->many ~ openai/daily->many",
                "llm.quotas ~ openai/daily->9999999999999999 ~ openai/daily->9999999999999999",
                "github.hosts ~ a;https://b ~ https://b",
                "github.hosts ~ a b ~ a b"
            })
    void aWrongEntryIsOneLineThatSaysWhatBelongsThere(String key, String value, String entry) {
        Config config = property(key, value);
        Option<?> option = Options.ALL.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();

        assertThat(config.problems())
                .containsExactly("system property 'autobot." + key + "': '" + entry + "' is not an entry for "
                        + option.form() + "; ignored");
        assertThat(config.get(option)).isEqualTo(option.defaultValue());
    }

    @Test
    void eachFormNamesItsOwnEntries() {
        assertThat(List.of(Options.REDIS_DATABASES.form(), Options.LLM_QUOTAS.form(), Options.GITHUB_HOSTS.form()))
                .containsExactly(
                        "a map of [host:port/]index to a name, such as 0->sessions;cache.internal:6379/1->cache",
                        "a map of provider/daily or provider/monthly to a number of requests, such as openai/daily->10000;anthropic/monthly->200000",
                        "a list of hosts, each host[:port], such as github.example.com;ghe.internal:8443");
    }

    @Test
    void wrongEntriesOfAFileLeaveTheRight(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("autobot-agent.yaml"), """
                llm.quotas:
                  openai/daily: lots
                  openai/monthly: 7
                  openai/daly: 7
                  anthropic/daily: [7]
                github.hosts: [ok, ""]
                llm.hosts.gateway: openai
                llm.host: {a: b}
                github.hosts.a: b
                """);
        Config config = Config.load(new Sources().jarDirectory(directory.toFile()));

        String place = "configuration file " + file + " line ";
        assertThat(config.problems())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        place + "2, 'llm.quotas.openai/daily': 'openai/daily->lots' is not an entry"),
                        line -> assertThat(line).startsWith(place + "4, 'llm.quotas.openai/daly': "),
                        line -> assertThat(line).startsWith(place + "5, 'llm.quotas.anthropic/daily': "),
                        line -> assertThat(line).startsWith(place + "6, 'github.hosts': '' is not an entry"),
                        line -> assertThat(line)
                                .isEqualTo(place + "8, 'llm.host.a': no such key, the nearest is 'llm.hosts'; ignored"),
                        line -> assertThat(line)
                                .startsWith(place + "9, 'github.hosts.a': no keys stand below 'github.hosts'"));
        assertThat(config.get(Options.LLM_QUOTAS)).isEqualTo(Map.of("openai/monthly", "7"));
        assertThat(config.get(Options.LLM_HOSTS)).isEqualTo(Map.of("gateway", "openai"));
        assertThat(config.get(Options.GITHUB_HOSTS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1001", "three"})
    void failuresAreLimited(String failures) {
        Config config = property("llm.availability-failures", failures);
        assertThat(config.problems()).singleElement().asString().contains("a whole number from 1 to 1000");
        assertThat(config.get(Options.LLM_AVAILABILITY_FAILURES)).isEqualTo(3);
    }
}
