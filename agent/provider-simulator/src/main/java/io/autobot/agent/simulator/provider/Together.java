package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Route;
import java.util.Map;

/** Together: figures on the last content chunk, rate-limit headers without a unit. */
public final class Together extends OpenAi {
    @Override
    protected Usage carried(Usage figures) {
        return figures.plain();
    }

    @Override
    protected Map<String, Object> usage(Usage usage) {
        return plainUsage(usage);
    }

    @Override
    protected boolean usageUnasked() {
        return true;
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        return behaviour.has("nolimits")
                ? Map.of("x-request-id", "sim")
                : Map.of(
                        "x-ratelimit-limit", "60",
                        "x-ratelimit-remaining", Long.toString(behaviour.number("remaining", 59)),
                        "x-ratelimit-reset", "1");
    }
}
