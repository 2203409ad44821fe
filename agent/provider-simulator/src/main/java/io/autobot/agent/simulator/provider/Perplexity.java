package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Json;
import java.util.List;
import java.util.Map;

/** Perplexity: running figures on each chunk, the last are right; a cost of its own. */
public final class Perplexity extends OpenAi {
    @Override
    protected Usage carried(Usage figures) {
        return new Usage(figures.fresh(), 0, 0, figures.visible(), figures.reasoning(), 0, 0);
    }

    @Override
    protected Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = plainUsage(usage);
        object.put("search_context_size", "low");
        object.put("citation_tokens", 11);
        object.put("num_search_queries", 2);
        object.put("reasoning_tokens", usage.reasoning());
        object.put(
                "cost",
                Json.object(
                        "input_tokens_cost",
                        0.001,
                        "output_tokens_cost",
                        0.002,
                        "request_cost",
                        0.005,
                        "total_cost",
                        0.008));
        return object;
    }

    @Override
    protected boolean usageUnasked() {
        return true;
    }

    @Override
    protected Usage early(Usage usage) {
        return usage.withVisible(1);
    }

    @Override
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {
        document.put("citations", List.of("https://example.org/"));
    }
}
