package io.autobot.agent.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the file of {@code llm.prices} is, there is a table, and one clear line for each thing that is wrong. */
class ConfiguredPricesTest {
    @TempDir
    Path directory;

    private final List<String> warnings = new ArrayList<>();

    private PriceTable load(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("prices.csv"), text);
        return PriceTable.load(file.toFile(), warnings::add);
    }

    private String line(int number) {
        return "price file " + directory.resolve("prices.csv") + " line " + number + ": ";
    }

    private static void assertBuiltInHolds(PriceTable table) {
        assertThat(table.match("openai", "gpt-4o").price()).isEqualTo(new Price(2.5, 10, 1.25, 2.5));
        assertThat(table.asOf()).isEqualTo("2026-08-01");
    }

    @Test
    void withoutAFileTheBuiltInTableHolds() {
        assertBuiltInHolds(PriceTable.create(Config.load(new Sources()), warnings::add));
        assertThat(warnings).isEmpty();
    }

    @Test
    void itsRowsGoBeforeTheBuiltInOnes() throws Exception {
        Path file = Files.writeString(
                directory.resolve("p"), "openai,gpt-4o,1,2\nacme,acme-\\d+,3,4,1,5,us,2030-01-01,acme\n");
        Config config = Config.load(new Sources().systemProperties(Map.of("autobot.llm.prices", file.toString())));
        PriceTable table = PriceTable.create(config, warnings::add);

        assertThat(warnings).isEmpty();
        assertThat(table.match("openai", "gpt-4o")).isEqualTo(new PriceTable.Match("gpt-4o", new Price(1, 2, 1, 1)));
        assertThat(table.match("openai", "gpt-4o-2024-08-06").price().input()).isEqualTo(2.5);
        assertThat(table.match("acme", "ACME-7")).isEqualTo(new PriceTable.Match("acme", new Price(3, 4, 1, 5)));
        // The age is that of the built-in rows.
        assertThat(table.asOf()).isEqualTo("2026-08-01");
        // Azure's own rows, though built in, are nearer than a configured one of OpenAI.
        assertThat(table.match("azure.ai.openai", "gpt-4o-mini").price().input())
                .isEqualTo(0.165);
    }

    @Test
    void replaceDropsTheBuiltInRows() throws Exception {
        PriceTable table = load("#replace\n# ours\nacme,a,1,2\n");

        assertThat(warnings).isEmpty();
        assertThat(table.match("acme", "a").price()).isEqualTo(new Price(1, 2, 1, 1));
        assertThat(table.match("openai", "gpt-4o")).isEqualTo(new PriceTable.Match("gpt-4o", null));
        assertThat(table.match("ollama", "llama").price()).isEqualTo(Price.FREE);
        assertThat(table.asOf()).isEqualTo("2026-08-01");
        assertBuiltInHolds(load("acme,a,1,2\n#replace\n"));
    }

    @Test
    void aFirstLineNamesTheColumnsInAnyOrder() throws Exception {
        PriceTable table =
                load("\uFEFF# ours\r\nOUTPUT_usd_per_mtok, canonical ,input_usd_per_mtok,provider,model_pattern\r\n"
                        + "2,\"b\"\"x\"\"\",1,Acme,\"a{1,2}\"\r\n\r\n2,,1,ollama,\"electric, (.*)\"\n");

        assertThat(warnings).isEmpty();
        assertThat(table.match("acme", "aa")).isEqualTo(new PriceTable.Match("b\"x\"", new Price(1, 2, 1, 1)));
        assertThat(table.match("ollama", "Electric, sheep"))
                .isEqualTo(new PriceTable.Match("Electric, sheep", new Price(1, 2, 1, 1)));
        assertBuiltInHolds(table);
    }

    @Test
    void aCanonicalNameIsNeverEmptyAndItsGroupsAreInLowerCase() throws Exception {
        PriceTable table = load("acme,x(-y)?(-Z)?,1,2,,,,,$1\nacme,(v\\d)-(.*),1,2,,,,,Acme $2 $1\n");

        assertThat(warnings).isEmpty();
        assertThat(table.match("acme", "X").model()).isEqualTo("X");
        assertThat(table.match("acme", "X-Y").model()).isEqualTo("-y");
        assertThat(table.match("acme", "V2-Large").model()).isEqualTo("Acme large v2");
    }

    @Test
    void columnsThatDoNotExistOrStandTwiceAreSaid() throws Exception {
        PriceTable table =
                load("provider,model_pattern,input_usd_per_mtok,output_usd_per_mtok,canonicle,provider\na,b,1,2,x,y");

        assertThat(warnings)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(line(1) + "there is no column 'canonicle'")
                                .endsWith("canonical"),
                        second -> assertThat(second)
                                .isEqualTo(line(1) + "column 'provider' stands twice, the first one holds"));
        assertThat(table.match("a", "b").model()).isEqualTo("b");
    }

    @Test
    void aFirstLineThatLacksAColumnIsSaidAndNothingTaken() throws Exception {
        assertBuiltInHolds(load("provider,model_pattern,input_usd_per_mtok\nopenai,gpt-4o,7"));
        assertThat(warnings)
                .containsExactly(line(1)
                        + "column output_usd_per_mtok is missing in this first line; nothing is taken from the file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "openai ~ model_pattern is empty",
                "openai,m ~ input_usd_per_mtok '' is not an amount of US dollars, such as 2.5",
                "openai,m,1 ~ output_usd_per_mtok '' is not an amount of US dollars, such as 2.5",
                "openai,m,$1,2 ~ input_usd_per_mtok '$1' is not an amount of US dollars, such as 2.5",
                "openai,m,1,-2 ~ output_usd_per_mtok '-2' is not an amount of US dollars, such as 2.5",
                "openai,m,1,2,NaN ~ cached_input_usd_per_mtok 'NaN' is not an amount of US dollars, such as 2.5",
                "openai,m,1,2,,1e9 ~ cache_write_usd_per_mtok '1e9' is not an amount of US dollars, such as 2.5",
                "Open AI,m,1,2 ~ provider 'open ai' is not a name of a to z, 0 to 9, _ . - and at most 40 characters",
                "openai,m{1,2},1,2 ~ model_pattern is no regular expression (Unclosed counted closure)",
                "openai,m,1,2,3,4,5,6,7,8 ~ has 10 values for 9 columns; a value that holds a comma stands in double quotes",
                "openai,\"m,1,2 ~ a double quote is not closed",
                "openai,m(,1,2 ~ model_pattern is no regular expression (Unclosed group)",
                "openai,[m,1,2 ~ model_pattern is no regular expression (Unclosed character class)",
                "openai,*m,1,2 ~ model_pattern is no regular expression (Dangling meta character '*')",
                "openai,(a+)+,1,2 ~ model_pattern repeats a group, which is not taken; a group may be followed by ? alone",
                "openai,m,1,2,,,,,$1 ~ in canonical, $ has to be followed by the number of a group of model_pattern, which has 0",
                "openai,(m),1,2,,,,,a$ ~ in canonical, $ has to be followed by the number of a group of model_pattern, which has 1"
            })
    void aWrongRowIsOneLineAndSkipped(String row, String what) throws Exception {
        PriceTable table = load("acme,a,1,2\n" + row + "\nacme,b,3,4\n");

        assertThat(warnings).containsExactly(line(2) + what + "; the row is skipped");
        assertThat(table.match("acme", "a").price().input()).isEqualTo(1);
        assertThat(table.match("acme", "b").price().input()).isEqualTo(3);
        assertBuiltInHolds(table);
    }

    @Test
    void manyWrongRowsAreCounted() throws Exception {
        load("nothing\n".repeat(50));

        assertThat(warnings).hasSize(11).last().asString().endsWith(": 40 further rows are wrong and skipped");
    }

    @Test
    void rowsAreLimited() throws Exception {
        PriceTable table = load("acme,a,1,2\n".repeat(PriceFile.MAX_ROWS) + "acme,b,1,2\nacme,c,1,2\n");

        assertThat(warnings)
                .containsExactly(
                        line(PriceFile.MAX_ROWS + 1) + "more than 2000 rows; this one and what follows is not read");
        assertThat(table.match("acme", "a").price()).isNotNull();
        assertThat(table.match("acme", "b").price()).isNull();
        assertBuiltInHolds(table);
    }

    @ParameterizedTest
    @CsvSource({"none, does not exist", "., is a directory; name a file"})
    void aFileThatCannotBeReadLeavesTheBuiltInTable(String name, String what) {
        File file = directory.resolve(name).toFile();
        assertBuiltInHolds(PriceTable.load(file, warnings::add));
        assertThat(warnings).containsExactly("price file " + file + ": " + what + "; the built-in prices hold");
    }

    @Test
    void anEmptyOrBinaryFileLeavesTheBuiltInTable() throws Exception {
        assertBuiltInHolds(load(""));
        assertBuiltInHolds(load("#replace\0"));
        assertThat(warnings)
                .satisfiesExactly(
                        empty -> assertThat(empty).contains(": is empty; the built-in"),
                        binary -> assertThat(binary).contains(": is not a text in UTF-8; the built-in"));
    }

    @Test
    void aPatternThatTakesTooLongIsGivenUpAndSaidOnce() throws Exception {
        PriceTable table = load("acme,.*a.*a.*a.*a.*a.*a.*b,1,2\nacme,(.*),3,4\n");
        String name = "a".repeat(ModelPattern.MAX_NAME);

        assertThat(table.match("acme", name).price().input()).isEqualTo(3);
        assertThat(table.match("acme", name).price().input()).isEqualTo(3);
        assertThat(table.match("acme", "aaaaaab").price().input()).isEqualTo(3);
        assertThat(warnings)
                .containsExactly(line(1) + "model_pattern '.*a.*a.*a.*a.*a.*a.*b' takes too long to match; "
                        + "the row is used no more");
    }
}
