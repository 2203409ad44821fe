package io.autobot.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.docs.GeneratedFile;
import io.autobot.agent.llm.Price;
import io.autobot.agent.llm.PriceTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDocsTest {
    @Test
    void theCommittedPageIsWhatTheSchemaSays() {
        GeneratedFile.assertUpToDate("docs/configuration.md", ConfigurationDocs.render());
    }

    @Test
    void theExamplesOfThePageAreValidAndSayTheSame(@TempDir Path directory) throws Exception {
        String page = ConfigurationDocs.render();
        String yaml = between(page, "```yaml\n", "```");
        String arguments = between(page, "-javaagent:autobot-agent.jar=host", "\n");
        Path file = Files.writeString(directory.resolve("autobot-agent.yaml"), yaml);

        Config ofFile =
                Config.load(new Sources().jarDirectory(directory.toFile()).instrumentations(Set.of("jedis")));
        Config ofArguments =
                Config.load(new Sources().agentArguments("host" + arguments).instrumentations(Set.of("jedis")));

        assertThat(file).exists();
        for (Config config : new Config[] {ofFile, ofArguments}) {
            assertThat(config.problems()).isEmpty();
            assertThat(config.get(Options.ENDPOINT_HOST)).isEqualTo("127.0.0.1");
            assertThat(config.get(Options.ENDPOINT_PORT)).isEqualTo(9470);
            assertThat(config.get(Options.INSTRUMENTATION_ENABLED, "jedis")).isTrue();
            assertThat(config.get(Options.METRICS_BUCKETS, "autobot_redis_operation_latency_seconds"))
                    .containsExactly(0.0005, 0.001, 0.01, 0.1, 1);
            assertThat(config.get(Options.REDIS_DATABASES))
                    .containsEntry("0", "sessions")
                    .containsEntry("cache.internal:6379/1", "cache")
                    .hasSize(2);
        }
    }

    @Test
    void thePricesOfThePageAreValid(@TempDir Path directory) throws Exception {
        String csv = between(ConfigurationDocs.render(), "```csv\n", "```");
        Path file = Files.writeString(directory.resolve("prices.csv"), csv);
        List<String> warnings = new ArrayList<>();
        PriceTable table = PriceTable.load(file.toFile(), warnings::add);

        assertThat(warnings).isEmpty();
        assertThat(table.match("openai", "gpt-4o-2024-08-06"))
                .isEqualTo(new PriceTable.Match("gpt-4o", new Price(2.25, 9, 1.1, 2.25)));
        assertThat(table.match("our-models", "our-llm-v12-q4"))
                .isEqualTo(new PriceTable.Match("our-llm-v12", Price.FREE));
    }

    @Test
    void theRulesOfThePageAreValidAndSayTheSame(@TempDir Path directory) throws Exception {
        String page = ConfigurationDocs.render();
        String yaml = "rules:" + between(page, "```yaml\nrules:", "```");
        String arguments = "rules.orders.kind" + between(page, "\nrules.orders.kind", "\n");
        String variable = between(page, "\nAUTOBOT_RULES=", "\n");
        Files.writeString(directory.resolve("autobot-agent.yaml"), yaml);

        Config ofFile = Config.load(new Sources().jarDirectory(directory.toFile()));
        Config ofArguments = Config.load(new Sources().agentArguments(arguments));
        Config ofVariable = Config.load(new Sources().environment(Map.of("AUTOBOT_RULES", variable)));

        for (Config config : new Config[] {ofFile, ofArguments, ofVariable}) {
            assertThat(config.problems()).isEmpty();
        }
        assertThat(ofFile.rules()).hasSize(2).isEqualTo(ofArguments.rules());
        assertThat(ofVariable.rules()).isEqualTo(ofFile.rules().subList(0, 1));
    }

    @Test
    void everyExampleOfTheSchemaIsValid() {
        for (Option<?> option : Options.ALL) {
            if (option.example() != null) {
                assertThat(Values.parse(option, option.example()))
                        .as(option.key())
                        .isNotNull();
            }
        }
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
