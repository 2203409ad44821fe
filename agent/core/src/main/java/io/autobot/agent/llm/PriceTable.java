package io.autobot.agent.llm;

import io.autobot.agent.config.Config;
import io.autobot.agent.config.Options;
import io.autobot.agent.config.TextFile;
import io.autobot.agent.config.Values;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What models cost and what they are called: the rows that a user configured, then the built-in ones of
 * {@code llm-prices.csv}. The first row of a provider whose pattern matches the whole name, in any case, holds.
 *
 * <p>A look-up tries one pattern after the other: keep its result by provider and model, do not repeat it for every
 * request. Any thread.
 */
public final class PriceTable {
    private static final String RESOURCE = "llm-prices.csv";

    /** Providers that are programs on machines of one's own. */
    private static final Set<String> LOCAL = Set.of("ollama", "llama_cpp", "lm_studio", "tgi");

    private final Map<String, List<PriceRow>> rows = new HashMap<>();
    private final String asOf;

    /**
     * What is known of a model.
     *
     * @param model its name without dates, regions and the like; the name asked for if no row is for it
     * @param price what it costs, {@code null} if that is not known
     */
    public record Match(String model, Price price) {}

    private PriceTable(List<PriceRow> rows, String asOf) {
        for (PriceRow row : rows) {
            this.rows
                    .computeIfAbsent(row.provider(), provider -> new ArrayList<>())
                    .add(row);
        }
        this.asOf = asOf;
    }

    /** The table that {@code llm.prices} asks for. */
    public static PriceTable create(Config config, Consumer<String> warnings) {
        return load(config.get(Options.LLM_PRICES), warnings);
    }

    /** The built-in rows alone. */
    public static PriceTable builtIn() {
        List<PriceRow> rows = builtInRows();
        return new PriceTable(rows, newest(rows));
    }

    /**
     * The rows of a file, and behind them the built-in ones unless the file's first line is {@code #replace}. Never
     * throws for what the file holds.
     *
     * @param configured the file; {@code null} for none
     * @param warnings gets one line for each thing that is wrong, for people; also later, when a pattern turns out to
     *     take too long
     */
    public static PriceTable load(File configured, Consumer<String> warnings) {
        if (configured == null) {
            return builtIn();
        }
        String place = "price file " + Values.shown(configured.getPath());
        PriceFile file = new PriceFile(place, true, warnings);
        try {
            file.read(TextFile.read(configured));
        } catch (IOException none) {
            warnings.accept(place + ": " + none.getMessage() + "; the built-in prices hold");
        }
        List<PriceRow> rows = new ArrayList<>(file.rows());
        List<PriceRow> builtIn = builtInRows();
        if (!file.isReplacing()) {
            rows.addAll(builtIn);
        }
        return new PriceTable(rows, newest(builtIn));
    }

    /**
     * @throws IllegalStateException if the resource is missing or wrong: a defect of the build, which no user can mend
     */
    static List<PriceRow> builtInRows() {
        try (InputStream in = PriceTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + PriceTable.class.getName());
            }
            Consumer<String> wrong = what -> {
                throw new IllegalStateException(what);
            };
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new PriceFile(RESOURCE, false, wrong).read(text).rows();
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    private static String newest(List<PriceRow> rows) {
        String newest = "";
        for (PriceRow row : rows) {
            // ISO dates sort as text.
            if (row.asOf().compareTo(newest) > 0) {
                newest = row.asOf();
            }
        }
        return newest;
    }

    /**
     * What is known of a model. Azure falls back to OpenAI's rows, Vertex AI to Gemini's and Anthropic's; programs that
     * run models on machines of one's own cost nothing unless a row says otherwise.
     *
     * @param provider as in the {@code provider} label
     * @param model as the provider reports it, else as it was asked for
     */
    public Match match(String provider, String model) {
        Match match = find(provider, model);
        if (match == null && provider.equals("azure.ai.openai")) {
            match = find("openai", ModelSpelling.openAi(model));
        }
        if (match == null && provider.equals("gcp.vertex_ai")) {
            match = find("gcp.gemini", model);
            if (match == null) {
                match = find("anthropic", ModelSpelling.anthropic(model));
            }
        }
        return match != null ? match : new Match(model, LOCAL.contains(provider) ? Price.FREE : null);
    }

    private Match find(String provider, String spelling) {
        for (PriceRow row : rows.getOrDefault(provider, List.of())) {
            String canonical = row.pattern().canonical(spelling);
            if (canonical != null) {
                return new Match(canonical, row.price());
            }
        }
        return null;
    }

    /** The newest day on which a built-in price was looked up, as {@code 2026-08-01}. */
    public String asOf() {
        return asOf;
    }
}
