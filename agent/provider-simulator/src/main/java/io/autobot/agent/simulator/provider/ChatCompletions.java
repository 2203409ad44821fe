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

/** Replies of {@code chat/completions}. */
final class ChatCompletions {
    private ChatCompletions() {}

    static Reply reply(OpenAi dialect, Call call, Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        Usage usage = Replies.unlessSilent(figures, behaviour);
        String finish =
                behaviour.has("filtered") ? "content_filter" : Documents.callsTool(behaviour) ? "tool_calls" : "stop";
        Reply reply = route.streamed()
                ? Reply.stream(
                        "text/event-stream; charset=utf-8",
                        Framing.EVENTS,
                        chunks(dialect, call, model, usage, finish, behaviour),
                        model)
                : Reply.json(whole(dialect, model, usage, finish, behaviour), model);
        return behaviour.has("filtered") ? reply.failing("content_filter") : reply;
    }

    private static Part whole(OpenAi dialect, String model, Usage usage, String finish, Behaviour behaviour) {
        Map<String, Object> message = Json.object(
                "role", "assistant", "content", Documents.text(behaviour), "refusal", null, "annotations", List.of());
        if (Documents.callsTool(behaviour)) {
            message.put("tool_calls", List.of(toolCall()));
        }
        Map<String, Object> document = Replies.compact(
                "id",
                "chatcmpl-sim",
                "object",
                "chat.completion",
                "created",
                Replies.CREATED,
                "model",
                model,
                "choices",
                List.of(Json.object("index", 0, "message", message, "logprobs", null, "finish_reason", finish)),
                "usage",
                usage == null ? null : dialect.usage(usage),
                "service_tier",
                "default",
                "system_fingerprint",
                "fp_sim");
        dialect.decorate(document, usage, false);
        return Part.of(document).carrying(usage);
    }

    private static List<Part> chunks(
            OpenAi dialect, Call call, String model, Usage usage, String finish, Behaviour behaviour) {
        boolean asked =
                Boolean.TRUE.equals(Json.at(call.json(), "stream_options").get("include_usage"));
        boolean onLastContent = dialect.usageUnasked() && !asked && usage != null;
        boolean onOwnChunk = asked && usage != null;
        List<Part> parts = new ArrayList<>(dialect.preamble());
        Usage early = usage == null ? null : dialect.early(usage);
        parts.add(Part.of(
                chunk(dialect, model, Json.object("role", "assistant", "content", ""), null, onOwnChunk, early)));
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(chunk(dialect, model, Json.object("content", word), null, onOwnChunk, early))
                    .carrying(early)
                    .text());
        }
        if (Documents.callsTool(behaviour)) {
            Map<String, Object> indexed = Json.object("index", 0);
            indexed.putAll(toolCall());
            parts.add(Part.of(
                    chunk(dialect, model, Json.object("tool_calls", List.of(indexed)), null, onOwnChunk, early)));
        }
        Map<String, Object> end = chunk(dialect, model, Json.object(), finish, onOwnChunk, null);
        if (onLastContent) {
            end.put("usage", dialect.usage(usage));
        }
        // Even a silent stream is decorated: what else a provider adds to its last chunk stays.
        dialect.decorate(end, usage, true);
        boolean carries = onLastContent || end.containsKey("x_groq") || end.containsKey("timings");
        parts.add(Part.of(end).carrying(carries ? usage : null));
        if (onOwnChunk) {
            Map<String, Object> last = chunk(dialect, model, null, null, false, null);
            last.put("usage", dialect.usage(usage));
            parts.add(Part.of(last).carrying(usage));
        }
        parts.add(Part.of("[DONE]"));
        return parts;
    }

    /** One chunk; without a delta one without choices. */
    private static Map<String, Object> chunk(
            OpenAi dialect, String model, Map<String, Object> delta, String finish, boolean nullUsage, Usage early) {
        Object choices = delta == null
                ? List.of()
                : List.of(Json.object("index", 0, "delta", delta, "logprobs", null, "finish_reason", finish));
        Map<String, Object> chunk = Replies.compact(
                "id", "chatcmpl-sim",
                "object", "chat.completion.chunk",
                "created", Replies.CREATED,
                "model", model,
                "service_tier", "default",
                "system_fingerprint", "fp_sim",
                "choices", choices);
        if (early != null) {
            chunk.put("usage", dialect.usage(early));
        } else if (nullUsage) {
            chunk.put("usage", null);
        }
        return chunk;
    }

    private static Map<String, Object> toolCall() {
        return Json.object(
                "id", "call_sim",
                "type", "function",
                "function", Json.object("name", "get_weather", "arguments", Json.write(Documents.toolArguments())));
    }
}
