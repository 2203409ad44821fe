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

/** The llama.cpp server: OpenAI-shaped with timings, and its own {@code /completion} and {@code /embedding}. */
public final class LlamaCpp extends PlainOpenAi {
    @Override
    public Route route(Call call) {
        boolean post = call.method().equals("POST");
        if (post && (call.path().endsWith("/completion"))) {
            return Route.call("native", "completion", call.bodyModel(), call.asks("stream"));
        }
        if (post && call.path().endsWith("/embedding")) {
            return Route.call("native-embedding", "embedding", call.bodyModel(), false);
        }
        return super.route(call);
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        return switch (route.kind()) {
            case "native" -> completion(route, figures.plain(), behaviour);
            case "native-embedding" ->
                Reply.json(Part.of(List.of(Json.object("index", 0, "embedding", Replies.vectors(1)))), null);
            default -> super.reply(call, route, figures, behaviour);
        };
    }

    private static Reply completion(Route route, Usage figures, Behaviour behaviour) {
        Usage usage = Replies.unlessSilent(figures, behaviour);
        if (!route.streamed()) {
            Map<String, Object> document = Json.object("index", 0, "content", Documents.text(behaviour));
            document.putAll(end(usage));
            return Reply.json(Part.of(document).carrying(usage), "sim.gguf");
        }
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(Json.object("index", 0, "content", word, "stop", false))
                    .text());
        }
        Map<String, Object> last = Json.object("index", 0, "content", "");
        last.putAll(end(usage));
        parts.add(Part.of(last).carrying(usage));
        return Reply.stream("text/event-stream", Framing.EVENTS, parts, "sim.gguf");
    }

    private static Map<String, Object> end(Usage usage) {
        Map<String, Object> end = Json.object("id_slot", 0, "stop", true, "model", "sim.gguf", "stop_type", "eos");
        if (usage != null) {
            end.put("tokens_predicted", usage.output());
            end.put("tokens_evaluated", usage.input());
            end.put("timings", timings(usage));
        }
        return end;
    }

    private static Map<String, Object> timings(Usage usage) {
        return Json.object(
                "prompt_n", usage.input(),
                "prompt_ms", 120.5,
                "predicted_n", usage.output(),
                "predicted_ms", 900.25,
                "predicted_per_second", 61.5);
    }

    @Override
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {
        if (usage != null) {
            document.put("timings", timings(usage));
        }
    }
}
