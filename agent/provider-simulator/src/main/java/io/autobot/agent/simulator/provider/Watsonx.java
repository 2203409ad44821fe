package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Documents;
import io.autobot.agent.simulator.wire.Framing;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IBM watsonx: the model is {@code model_id}; streams have a path of their own. */
public final class Watsonx extends PlainOpenAi {
    private static final Pattern PATH = Pattern.compile(".*/ml/v1/text/(chat|generation|embeddings|rerank)(_stream)?");

    @Override
    public Route route(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return null;
        }
        boolean streamed = path.group(2) != null;
        String model = Json.text(call.json(), "model_id");
        return switch (path.group(1)) {
            case "chat" -> Route.call("chat/completions", "chat", model, streamed);
            case "generation" -> Route.call("generation", "completion", model, streamed);
            case "embeddings" -> Route.call("embeddings", "embedding", model, false);
            default -> Route.call("rerank", "rerank", model, false);
        };
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        return switch (route.kind()) {
            case "generation" -> generation(route, figures.plain(), behaviour);
            case "embeddings", "rerank" -> counted(call, route, figures.plain().inputOnly(), behaviour);
            default -> super.reply(call, route, figures, behaviour);
        };
    }

    @Override
    protected boolean usageUnasked() {
        return true;
    }

    @Override
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {
        document.put("model_id", document.get("model"));
    }

    private static Reply counted(Call call, Route route, Usage figures, Behaviour behaviour) {
        Usage usage = Replies.unlessSilent(figures, behaviour);
        String model = Replies.model(route, behaviour);
        Object results = route.kind().equals("rerank")
                ? List.of(Json.object("index", 0, "score", 0.5))
                : List.of(Json.object("embedding", Replies.vectors(1).get(0)));
        return Reply.json(
                Part.of(Replies.compact(
                                "model_id",
                                model,
                                "created_at",
                                Replies.CREATED_AT,
                                "results",
                                results,
                                "input_token_count",
                                usage == null ? null : usage.input()))
                        .carrying(usage),
                model);
    }

    private static Reply generation(Route route, Usage figures, Behaviour behaviour) {
        Usage usage = Replies.unlessSilent(figures, behaviour);
        String model = Replies.model(route, behaviour);
        if (!route.streamed()) {
            return Reply.json(
                    Part.of(document(model, Documents.text(behaviour), usage)).carrying(usage), model);
        }
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.event("message", document(model, word, null)).text());
        }
        parts.add(Part.event("message", document(model, "", usage)).carrying(usage));
        return Reply.stream("text/event-stream", Framing.EVENTS, parts, model);
    }

    private static Map<String, Object> document(String model, String text, Usage usage) {
        Map<String, Object> result = Json.object("generated_text", text);
        if (usage != null) {
            result.put("generated_token_count", usage.output());
            result.put("input_token_count", usage.input());
            result.put("stop_reason", "eos_token");
        }
        return Replies.compact("model_id", model, "created_at", Replies.CREATED_AT, "results", List.of(result));
    }
}
