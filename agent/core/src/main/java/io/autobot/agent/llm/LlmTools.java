package io.autobot.agent.llm;

import io.autobot.agent.metrics.SeriesGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The tools that frameworks execute because a model asked for it. To be kept by who counts: each is found by name, which
 * is fast enough for what an LLM asks. Any thread may call any method.
 */
public final class LlmTools {
    /** The provider of a model that the framework does not tell. */
    public static final String UNKNOWN = "unknown";

    private static final int SERIES_PER_TOOL = 2;
    private static final int MAX_NAME = 128;

    private final SeriesGuard.Family calls;
    private final SeriesGuard.Family durations;
    private final Supplier<LlmHistograms> histograms;
    private final ConcurrentHashMap<String, ConcurrentHashMap<String, LlmTool>> byProvider = new ConcurrentHashMap<>();

    LlmTools(SeriesGuard guard, Supplier<LlmHistograms> histograms) {
        calls = guard.family(LlmFamilies.TOOL_CALLS);
        durations = guard.family(LlmFamilies.TOOL_DURATION);
        this.histograms = histograms;
    }

    /**
     * The recorder of a tool, past the limit of series that of {@code other}.
     *
     * @param provider a value of the {@code provider} label, {@link #UNKNOWN} where the framework does not tell
     * @param name as the tool was declared to the model; {@code null} or blank is {@code unknown}
     */
    public LlmTool tool(String provider, String name) {
        String tool = name == null || name.isBlank() ? UNKNOWN : name;
        String cut = tool.length() > MAX_NAME ? tool.substring(0, MAX_NAME) : tool;
        ConcurrentHashMap<String, LlmTool> tools = byProvider.get(provider);
        LlmTool known = tools == null ? null : tools.get(cut);
        return known != null ? known : admit(provider, cut);
    }

    /** Refused names are not remembered: there may be any number. Who has room among the calls has it in durations. */
    private synchronized LlmTool admit(String provider, String name) {
        ConcurrentHashMap<String, LlmTool> tools = byProvider.get(provider);
        LlmTool known = tools == null ? null : tools.get(name);
        if (known != null) {
            return known;
        }
        boolean other = name.equals(SeriesGuard.OTHER) && provider.equals(SeriesGuard.OTHER);
        if (other || calls.claim(SERIES_PER_TOOL)) {
            return add(provider, name, other);
        }
        return tool(SeriesGuard.OTHER, SeriesGuard.OTHER);
    }

    private LlmTool add(String provider, String name, boolean folded) {
        LlmTool made = new LlmTool(
                provider, name, histograms.get().toolDuration(name), folded ? calls : null, folded ? durations : null);
        byProvider
                .computeIfAbsent(provider, missing -> new ConcurrentHashMap<>())
                .put(name, made);
        return made;
    }

    List<LlmTool> all() {
        List<LlmTool> all = new ArrayList<>();
        byProvider.values().forEach(tools -> all.addAll(tools.values()));
        return all;
    }
}
