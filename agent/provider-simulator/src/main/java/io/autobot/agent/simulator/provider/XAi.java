package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.Map;

/** xAI: reasoning is counted beside the completion, not inside. */
public final class XAi extends OpenAi {
    private final Anthropic anthropic = new Anthropic();

    @Override
    protected Usage carried(Usage figures) {
        return figures.withoutCacheWrite().withoutAudio();
    }

    @Override
    protected Map<String, Object> usage(Usage usage) {
        return Json.object(
                "prompt_tokens", usage.input(),
                "completion_tokens", usage.visible(),
                "total_tokens", usage.total(),
                "prompt_tokens_details",
                        Json.object(
                                "text_tokens",
                                usage.input(),
                                "audio_tokens",
                                0,
                                "image_tokens",
                                0,
                                "cached_tokens",
                                usage.cachedInput()),
                "completion_tokens_details",
                        Json.object(
                                "reasoning_tokens", usage.reasoning(),
                                "audio_tokens", 0,
                                "accepted_prediction_tokens", 0,
                                "rejected_prediction_tokens", 0),
                "num_sources_used", 0);
    }

    @Override
    protected boolean usageUnasked() {
        return true;
    }

    @Override
    public Route route(Call call) {
        return call.path().endsWith("/messages") ? anthropic.route(call) : super.route(call);
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        return route.kind().equals("messages")
                ? anthropic.reply(call, route, figures, behaviour)
                : super.reply(call, route, figures, behaviour);
    }
}
