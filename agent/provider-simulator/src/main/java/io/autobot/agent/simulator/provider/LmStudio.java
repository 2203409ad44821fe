package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Json;
import java.util.Map;

/** LM Studio: under {@code /api/v0} the OpenAI shape with statistics. */
public final class LmStudio extends PlainOpenAi {
    @Override
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {
        document.put(
                "stats",
                Json.object(
                        "tokens_per_second",
                        51.4,
                        "time_to_first_token",
                        0.11,
                        "generation_time",
                        0.95,
                        "stop_reason",
                        "eosFound"));
        document.put(
                "model_info", Json.object("arch", "sim", "quant", "Q4_K_M", "format", "gguf", "context_length", 4096));
    }
}
