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

/** Replies of the older {@code completions}. */
final class TextCompletions {
    private TextCompletions() {}

    static Reply reply(OpenAi dialect, Call call, Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        Usage usage = Replies.unlessSilent(figures, behaviour);
        if (!route.streamed()) {
            Map<String, Object> document = document(model, Documents.text(behaviour), "stop");
            if (usage != null) {
                document.put("usage", dialect.usage(usage));
            }
            return Reply.json(Part.of(document).carrying(usage), model);
        }
        boolean asked =
                Boolean.TRUE.equals(Json.at(call.json(), "stream_options").get("include_usage"));
        boolean carries = usage != null && (asked || dialect.usageUnasked());
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(document(model, word, null)).text());
        }
        Map<String, Object> last = document(model, "", "stop");
        if (carries) {
            last.put("usage", dialect.usage(usage));
        }
        parts.add(Part.of(last).carrying(carries ? usage : null));
        parts.add(Part.of("[DONE]"));
        return Reply.stream("text/event-stream", Framing.EVENTS, parts, model);
    }

    private static Map<String, Object> document(String model, String text, String finish) {
        return Replies.compact(
                "id",
                "cmpl-sim",
                "object",
                "text_completion",
                "created",
                Replies.CREATED,
                "model",
                model,
                "choices",
                List.of(Json.object("text", text, "index", 0, "logprobs", null, "finish_reason", finish)));
    }
}
