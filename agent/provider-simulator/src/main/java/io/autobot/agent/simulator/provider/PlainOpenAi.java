package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Route;
import java.util.Map;

/**
 * An OpenAI-shaped server with the three figures alone and no rate limits: vLLM, Moonshot, Fireworks, Cerebras, NVIDIA,
 * GitHub Models, Cloudflare, Azure AI inference.
 */
public class PlainOpenAi extends OpenAi {
    @Override
    protected Usage carried(Usage figures) {
        return figures.plain();
    }

    @Override
    protected Map<String, Object> usage(Usage usage) {
        return plainUsage(usage);
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        return Map.of("x-request-id", "sim");
    }
}
