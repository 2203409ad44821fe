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

/** Replies of {@code responses}: figures under {@code response.usage} of the last event, and no {@code [DONE]}. */
final class Responses {
    private static final String ITEM = "msg_sim";

    private Responses() {}

    static Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        // Audio has no place in these figures.
        Usage usage = Replies.unlessSilent(figures.withoutAudio(), behaviour);
        String status = behaviour.has("filtered") ? "incomplete" : "completed";
        Reply reply = route.streamed()
                ? Reply.stream(
                        "text/event-stream; charset=utf-8",
                        Framing.EVENTS,
                        events(model, usage, status, behaviour),
                        model)
                : Reply.json(Part.of(response(model, status, usage, behaviour)).carrying(usage), model);
        return behaviour.has("filtered") ? reply.failing("content_filter") : reply;
    }

    private static List<Part> events(String model, Usage usage, String status, Behaviour behaviour) {
        Numbered events = new Numbered();
        events.add("response.created", "response", response(model, "in_progress", null, behaviour));
        events.add("response.in_progress", "response", response(model, "in_progress", null, behaviour));
        Map<String, Object> begun = Json.object(
                "id", ITEM, "type", "message", "status", "in_progress", "content", List.of(), "role", "assistant");
        events.add("response.output_item.added", "output_index", 0, "item", begun);
        events.add(
                "response.content_part.added",
                "item_id",
                ITEM,
                "output_index",
                0,
                "content_index",
                0,
                "part",
                text(""));
        for (String word : Documents.words(behaviour)) {
            events.add(
                    "response.output_text.delta",
                    "item_id",
                    ITEM,
                    "output_index",
                    0,
                    "content_index",
                    0,
                    "delta",
                    word,
                    "logprobs",
                    List.of());
            events.lastIsText();
        }
        String all = Documents.text(behaviour);
        events.add(
                "response.output_text.done",
                "item_id",
                ITEM,
                "output_index",
                0,
                "content_index",
                0,
                "text",
                all,
                "logprobs",
                List.of());
        events.add(
                "response.content_part.done",
                "item_id",
                ITEM,
                "output_index",
                0,
                "content_index",
                0,
                "part",
                text(all));
        events.add("response.output_item.done", "output_index", 0, "item", message(all));
        events.add("response." + status, "response", response(model, status, usage, behaviour));
        events.lastCarries(usage);
        return events.parts;
    }

    private static Map<String, Object> response(String model, String status, Usage usage, Behaviour behaviour) {
        List<Object> output = new ArrayList<>();
        if (!status.equals("in_progress")) {
            output.add(message(Documents.text(behaviour)));
            if (Documents.callsTool(behaviour)) {
                output.add(Json.object(
                        "id", "fc_sim",
                        "type", "function_call",
                        "status", "completed",
                        "call_id", "call_sim",
                        "name", "get_weather",
                        "arguments", Json.write(Documents.toolArguments())));
            }
        }
        Map<String, Object> response = Json.object(
                "id",
                "resp_sim",
                "object",
                "response",
                "created_at",
                Replies.CREATED,
                "status",
                status,
                "error",
                null,
                "incomplete_details",
                status.equals("incomplete") ? Json.object("reason", "content_filter") : null,
                "instructions",
                null,
                "model",
                model,
                "output",
                output,
                "parallel_tool_calls",
                true,
                "temperature",
                1.0,
                "tool_choice",
                "auto",
                "tools",
                List.of(),
                "top_p",
                1.0,
                "usage",
                usage == null ? null : usage(usage),
                "metadata",
                Json.object());
        if (model == null) {
            response.remove("model");
        }
        return response;
    }

    private static Map<String, Object> usage(Usage usage) {
        return Json.object(
                "input_tokens", usage.input(),
                "input_tokens_details", Json.object("cached_tokens", usage.cachedInput()),
                "output_tokens", usage.output(),
                "output_tokens_details", Json.object("reasoning_tokens", usage.reasoning()),
                "total_tokens", usage.total());
    }

    private static Map<String, Object> message(String text) {
        return Json.object(
                "id", ITEM,
                "type", "message",
                "status", "completed",
                "content", List.of(text(text)),
                "role", "assistant");
    }

    private static Map<String, Object> text(String text) {
        return Json.object("type", "output_text", "annotations", List.of(), "logprobs", List.of(), "text", text);
    }

    /** Typed events with their sequence numbers. */
    private static final class Numbered {
        final List<Part> parts = new ArrayList<>();

        void add(String type, Object... members) {
            Map<String, Object> event = Json.object("type", type, "sequence_number", parts.size());
            event.putAll(Json.object(members));
            parts.add(Part.event(type, event));
        }

        void lastIsText() {
            parts.add(parts.remove(parts.size() - 1).text());
        }

        void lastCarries(Usage usage) {
            parts.add(parts.remove(parts.size() - 1).carrying(usage));
        }
    }
}
