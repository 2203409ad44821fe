package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that comes with the agent, row by row. */
class BuiltInPricesTest {
    /** What the price list that the rows come from puts before the names of a provider's models. */
    private static final Map<String, String> SOURCE_PREFIXES = Map.ofEntries(
            Map.entry("azure.ai.openai", "azure/"),
            Map.entry("gcp.gemini", "gemini/"),
            Map.entry("mistral_ai", "mistral/"),
            Map.entry("groq", "groq/"),
            Map.entry("x_ai", "xai/"),
            Map.entry("perplexity", "perplexity/"),
            Map.entry("together_ai", "together_ai/"),
            Map.entry("openrouter", "openrouter/"),
            Map.entry("moonshot_ai", "moonshot/"),
            Map.entry("cohere", "cohere/"));

    private static final PriceTable TABLE = PriceTable.builtIn();

    private static final List<PriceRow> ROWS = PriceTable.builtInRows();

    private static final List<Line> LINES = text().lines().skip(1).map(Line::of).toList();

    /** One row as it stands in the file, read without the agent's reader. */
    record Line(String provider, String pattern, double input, double output, String model, String canonical) {
        static Line of(String text) {
            String[] cells = text.split(",", -1);
            String model = cells[6].substring("litellm:".length());
            String prefix = SOURCE_PREFIXES.getOrDefault(cells[0], "");
            return new Line(
                    cells[0],
                    cells[1],
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    model.startsWith(prefix) ? model.substring(prefix.length()) : model,
                    cells[8]);
        }
    }

    private static String text() {
        try (InputStream in = PriceTable.class.getResourceAsStream("llm-prices.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Also shows that no row is hidden by one before it: the model that a row is made from finds that very row. */
    @Test
    void theModelThatARowIsMadeFromFindsThatRow() {
        for (Line line : LINES) {
            assertFindsItsRow(line);
        }
    }

    private static void assertFindsItsRow(Line line) {
        PriceRow first = ROWS.stream()
                .filter(row ->
                        row.provider().equals(line.provider) && row.pattern().canonical(line.model) != null)
                .findFirst()
                .orElseThrow();

        assertThat(ROWS.indexOf(first)).as(line.toString()).isEqualTo(LINES.indexOf(line));
        assertThat(first.pattern()).as(line.toString()).hasToString(line.pattern);
        PriceTable.Match match = TABLE.match(line.provider, line.model);
        assertThat(match.price()).as(line.toString()).isEqualTo(first.price());
        assertThat(match.price().input()).as(line.toString()).isEqualTo(line.input);
        assertThat(match.price().output()).as(line.toString()).isEqualTo(line.output);
        assertThat(match.model())
                .as(line.toString())
                .isNotEmpty()
                .doesNotContainPattern("[\\\\()|*?+\\[\\]{}$^]")
                .doesNotEndWith("-")
                .doesNotEndWith(".")
                .doesNotEndWith(":")
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}|\\d{8}")
                .doesNotContainPattern("^(us|eu|apac|jp|au|global)\\.");
    }

    @Test
    void noRowIsLostAndNoTwoAreTheSame() {
        assertThat(LINES).extracting(line -> line.provider + line.pattern).doesNotHaveDuplicates();
        assertThat(LINES).hasSameSizeAs(ROWS).hasSizeGreaterThan(230);
    }

    @Test
    void theBuiltInRowsWouldPassTheChecksOfConfiguredOnes() {
        List<String> wrong = new ArrayList<>();
        assertThat(new PriceFile("built-in", true, wrong::add).read(text()).rows())
                .hasSameSizeAs(ROWS);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o-2024-08-06, gpt-4o, 2.5, 10, 1.25, 2.5",
        "openai, gpt-4o-2024-05-13, gpt-4o, 5, 15, 5, 5",
        "openai, GPT-4o-Mini, gpt-4o-mini, 0.15, 0.6, 0.075, 0.15",
        "openai, gpt-5-Codex, gpt-5-codex, 1.25, 10, 0.125, 1.25",
        "openai, gpt-5-2025-08-07, gpt-5, 1.25, 10, 0.125, 1.25",
        "openai, gpt-5.6-2026-06-01, gpt-5.6, 5, 30, 0.5, 6.25",
        "openai, ft:gpt-4o-2024-08-06:acme::A1, ft:gpt-4o, 3.75, 15, 1.875, 3.75",
        "openai, text-embedding-3-small, text-embedding-3-small, 0.02, 0, 0.02, 0.02",
        "azure.ai.openai, gpt-4o-2024-11-20, gpt-4o, 2.75, 11, 1.25, 2.75",
        "azure.ai.openai, gpt-35-turbo, gpt-3.5-turbo, 0.5, 1.5, 0.5, 0.5",
        "azure.ai.openai, o1-2024-12-17, o1, 15, 60, 7.5, 15",
        "anthropic, claude-sonnet-4-5-20250929, claude-sonnet-4-5, 3, 15, 0.3, 3.75",
        "anthropic, claude-4-opus-20250514, claude-opus-4, 15, 75, 1.5, 18.75",
        "gcp.gemini, gemini-2.5-flash-preview-09-2025, gemini-2.5-flash, 0.3, 2.5, 0.03, 0.3",
        "gcp.vertex_ai, text-embedding-004, text-embedding-004, 0.1, 0, 0.1, 0.1",
        "gcp.vertex_ai, claude-sonnet-4-5@20250929, claude-sonnet-4-5, 3, 15, 0.3, 3.75",
        "gcp.vertex_ai, claude-opus-4-5@default, claude-opus-4-5, 5, 25, 0.5, 6.25",
        "aws.bedrock, anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5, 3, 15, 0.3, 3.75",
        "aws.bedrock, us.anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic.claude-sonnet-4-5, 3.3, 16.5, 0.33, 4.125",
        "aws.bedrock, global.anthropic.claude-opus-4-7, anthropic.claude-opus-4-7, 5, 25, 0.5, 6.25",
        "aws.bedrock, anthropic.claude-opus-4-1-20250805-v1:0, anthropic.claude-opus-4-1, 15, 75, 1.5, 18.75",
        "aws.bedrock, anthropic.claude-3-5-sonnet-20240620-v1:0, anthropic.claude-3-5-sonnet, 3, 15, 0.3, 3.75",
        "aws.bedrock, arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-2-lite-v1:0, amazon.nova-2-lite, 0.33, 2.75, 0.0825, 0.33",
        "aws.bedrock, arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0, amazon.nova-pro, 0.8, 3.2, 0.8, 0.8",
        "mistral_ai, mistral-large-2411, mistral-large, 2, 6, 2, 2",
        "mistral_ai, ministral-3-8b-2512, ministral-8b, 0.15, 0.15, 0.15, 0.15",
        "cohere, command-r-08-2024, command-r, 0.15, 0.6, 0.15, 0.15",
        "deepseek, deepseek-chat, deepseek-chat, 0.28, 0.42, 0.028, 0.28",
        "x_ai, grok-4-1-fast-reasoning, grok-4-1-fast, 0.2, 0.5, 0.05, 0.2",
        "together_ai, meta-llama/llama-3.3-70b-instruct-turbo, meta-llama/Llama-3.3-70B-Instruct-Turbo, 0.88, 0.88, 0.88, 0.88"
    })
    void pricesAndNames(
            String provider, String model, String canonical, double in, double out, double cached, double write) {
        PriceTable.Match match = TABLE.match(provider, ModelSpelling.withoutAccount(model));

        assertThat(match.model()).isEqualTo(canonical);
        assertThat(match.price()).isEqualTo(new Price(in, out, cached, write));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o-2024-05-13-with-more",
        "openai, my-gpt-4o",
        "openai, claude-sonnet-4-5",
        "anthropic, gpt-4o",
        "azure.ai.openai, our-deployment",
        "gcp.vertex_ai, llama-4-maverick",
        "aws.bedrock, abcdefghijkl",
        "openai_compatible, gpt-4o",
        "cloudflare, @cf/meta/llama-3"
    })
    void aModelWithoutARowKeepsItsNameAndHasNoPrice(String provider, String model) {
        assertThat(TABLE.match(provider, model)).isEqualTo(new PriceTable.Match(model, null));
    }

    @ParameterizedTest
    @CsvSource({"ollama, llama3.2:3b", "llama_cpp, x.gguf", "lm_studio, qwen", "tgi, mistral"})
    void whatRunsOnOnesOwnMachinesCostsNothing(String provider, String model) {
        assertThat(TABLE.match(provider, model)).isEqualTo(new PriceTable.Match(model, Price.FREE));
        assertThat(Price.FREE.inputCost(1_000_000, 10, 10)).isZero();
    }

    @Test
    void aNameWithoutEndOrWithoutAnythingMatchesNothing() {
        String endless = "ft:gpt-4o-2024-08-06:" + "x".repeat(1_000_000);
        assertThat(TABLE.match("openai", endless)).isEqualTo(new PriceTable.Match(endless, null));
        assertThat(TABLE.match("openai", "")).isEqualTo(new PriceTable.Match("", null));
    }

    @Test
    void theTableTellsItsAge() {
        assertThat(TABLE.asOf()).isEqualTo("2026-08-01");
    }

    @Test
    void noBuiltInPatternTakesLongForAnyName() {
        List<String> names = new ArrayList<>();
        for (PriceRow row : ROWS) {
            String start = row.pattern().toString().replaceAll("[\\\\()?|*].*", "");
            names.add(start + "-".repeat(ModelPattern.MAX_NAME - start.length()));
        }
        List<String> tooLong = new ArrayList<>();
        for (PriceRow row : ROWS) {
            ModelPattern pattern = new ModelPattern(
                    row.pattern().toString(),
                    "",
                    () -> tooLong.add(row.pattern().toString()));
            Stream.concat(names.stream(), names.stream().map(name -> "us." + name.substring(3)))
                    .forEach(pattern::canonical);
        }
        assertThat(tooLong).isEmpty();
    }
}
