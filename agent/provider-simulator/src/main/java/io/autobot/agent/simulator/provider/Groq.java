package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Json;
import java.util.Map;

/** Groq: figures in {@code x_groq} of the last chunk, asked or not, with timings. */
public final class Groq extends OpenAi {
    @Override
    protected Usage carried(Usage figures) {
        return figures.plain();
    }

    @Override
    protected Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = Json.object("queue_time", 0.018, "prompt_time", 0.002);
        object.putAll(plainUsage(usage));
        object.put("completion_time", 0.04);
        object.put("total_time", 0.042);
        return object;
    }

    @Override
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {
        Map<String, Object> own = Json.object("id", "req_sim");
        if (streamed && usage != null) {
            own.put("usage", usage(usage));
        }
        document.put("x_groq", own);
    }
}
