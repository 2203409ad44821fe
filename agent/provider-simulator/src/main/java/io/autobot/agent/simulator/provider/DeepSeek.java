package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.Map;

/** DeepSeek: cached and other input as two counts whose sum is the input; also Anthropic's shape under a prefix. */
public final class DeepSeek extends OpenAi {
    private final Anthropic anthropic = new Anthropic();

    @Override
    protected Usage carried(Usage figures) {
        return figures.withoutCacheWrite().withoutAudio();
    }

    @Override
    protected Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = plainUsage(usage);
        object.put("prompt_tokens_details", Json.object("cached_tokens", usage.cachedInput()));
        object.put("completion_tokens_details", Json.object("reasoning_tokens", usage.reasoning()));
        object.put("prompt_cache_hit_tokens", usage.cachedInput());
        object.put("prompt_cache_miss_tokens", usage.fresh());
        return object;
    }

    @Override
    protected boolean usageUnasked() {
        return true;
    }

    @Override
    public Route route(Call call) {
        return call.path().startsWith("/anthropic/") ? anthropic.route(call) : super.route(call);
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        return call.path().startsWith("/anthropic/")
                ? anthropic.reply(call, route, figures, behaviour)
                : super.reply(call, route, figures, behaviour);
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return call.path().startsWith("/anthropic/")
                ? anthropic.midStream(call, route, error)
                : super.midStream(call, route, error);
    }
}
