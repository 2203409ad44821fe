package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.List;
import java.util.Map;

/** OpenRouter: reports the cost with the figures, names the provider it chose, words errors in its own way. */
public final class OpenRouter extends OpenAi {
    @Override
    protected Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = super.usage(usage);
        object.put("cost", 0.00125);
        object.put("is_byok", false);
        object.put("cost_details", Json.object("upstream_inference_cost", null));
        return object;
    }

    @Override
    protected boolean usageUnasked() {
        return true;
    }

    @Override
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {
        document.put("provider", "SimProvider");
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        return Reply.error(error.status(), error.errorType(), body(error, route));
    }

    private static Map<String, Object> body(ErrorCase error, Route route) {
        Object message =
                Json.at(OpenAiErrors.body(error, route.model()), "error").get("message");
        return Json.object(
                "error",
                Json.object(
                        "message",
                        message,
                        "code",
                        error.status(),
                        "metadata",
                        Json.object("provider_name", "SimProvider")),
                "user_id",
                "user_sim");
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        Map<String, Object> event = Json.object(
                "id",
                "gen-sim",
                "object",
                "chat.completion.chunk",
                "created",
                Replies.CREATED,
                "model",
                route.model(),
                "choices",
                List.of(Json.object("index", 0, "delta", Json.object("content", ""), "finish_reason", "error")));
        event.putAll(body(error, route));
        return Part.of(event);
    }
}
