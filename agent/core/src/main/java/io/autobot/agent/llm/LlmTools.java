package io.autobot.agent.llm;

import io.autobot.agent.metrics.Recorders;
import io.autobot.agent.metrics.SeriesGuard;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tools that frameworks execute because a model asked for it. To be kept by who counts: each is found by name, which
 * is fast enough for what an LLM asks. Any thread may call any method.
 */
public final class LlmTools {
    /** The provider of a model that the framework does not tell. */
    public static final String UNKNOWN = Recorders.UNKNOWN;

    private static final int SERIES_PER_TOOL = 2;

    private final SeriesGuard.Family durations;
    private final Supplier<LlmHistograms> histograms;
    private final Recorders<LlmTool> tools;

    LlmTools(SeriesGuard guard, Supplier<LlmHistograms> histograms) {
        durations = guard.family(LlmFamilies.TOOL_DURATION);
        this.histograms = histograms;
        tools = new Recorders<>(guard.family(LlmFamilies.TOOL_CALLS), SERIES_PER_TOOL, this::make);
    }

    /**
     * The recorder of a tool, past the limit of series that of {@code other}.
     *
     * @param provider a value of the {@code provider} label, {@link #UNKNOWN} where the framework does not tell
     * @param name as the tool was declared to the model; {@code null} or blank is {@code unknown}
     */
    public LlmTool tool(String provider, String name) {
        return tools.get(provider, name == null || name.isBlank() ? UNKNOWN : name);
    }

    /** Who has room among the calls has it in durations. */
    private LlmTool make(String provider, String name, SeriesGuard.Family folded) {
        return new LlmTool(
                provider, name, histograms.get().toolDuration(name), folded, folded == null ? null : durations);
    }

    List<LlmTool> all() {
        return tools.all();
    }
}
