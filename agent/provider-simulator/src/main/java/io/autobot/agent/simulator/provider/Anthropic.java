package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Documents;
import io.autobot.agent.simulator.wire.Framing;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Anthropic: what was read from or written into the cache is counted beside the input. */
public final class Anthropic implements Provider {
    private static final Pattern PATH =
            Pattern.compile(".*/(messages(?:/count_tokens|/batches)?|complete|models)(?:/.*)?");

    @Override
    public Route route(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return null;
        }
        String kind = path.group(1);
        if (!call.method().equals("POST") || kind.equals("models")) {
            return Route.other(kind.equals("models") || kind.endsWith("/batches") ? kind : Route.NOT_ALLOWED);
        }
        String type = switch (kind) {
            case "messages/count_tokens" -> "token_count";
            case "messages/batches" -> "batch";
            case "complete" -> "completion";
            default -> "chat";
        };
        return Route.call(kind, type, call.bodyModel(), call.asks("stream"));
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        return switch (route.kind()) {
            case "messages/count_tokens" -> Reply.json(Part.of(Json.object("input_tokens", figures.input())), null);
            case "messages/batches" -> Reply.json(Part.of(batch()), null);
            case "models" -> Reply.json(Part.of(models()), null);
            case "complete" -> legacy(route, behaviour);
            default -> messages(route, figures.withoutReasoning().withoutAudio(), behaviour);
        };
    }

    static Reply messages(Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        Usage usage = Replies.unlessSilent(figures, behaviour);
        String stop = behaviour.has("filtered") ? "refusal" : Documents.callsTool(behaviour) ? "tool_use" : "end_turn";
        Reply reply;
        if (route.streamed()) {
            reply = Reply.stream(
                    "text/event-stream; charset=utf-8", Framing.EVENTS, events(model, usage, stop, behaviour), model);
        } else {
            List<Object> content = new ArrayList<>();
            content.add(Json.object("type", "text", "text", Documents.text(behaviour)));
            if (Documents.callsTool(behaviour)) {
                content.add(Json.object(
                        "type", "tool_use",
                        "id", "toolu_sim",
                        "name", "get_weather",
                        "input", Documents.toolArguments()));
            }
            reply = Reply.json(Part.of(message(model, content, stop, usage)).carrying(usage), model);
        }
        return behaviour.has("filtered") ? reply.failing("content_filter") : reply;
    }

    private static Map<String, Object> message(String model, List<Object> content, String stop, Usage usage) {
        Map<String, Object> message = Json.object(
                "id",
                "msg_sim",
                "type",
                "message",
                "role",
                "assistant",
                "model",
                model,
                "content",
                content,
                "stop_reason",
                stop,
                "stop_sequence",
                null,
                "usage",
                usage == null ? null : usage(usage));
        if (model == null) {
            message.remove("model");
        }
        if (usage == null) {
            message.remove("usage");
        }
        return message;
    }

    static Map<String, Object> usage(Usage usage) {
        return Json.object(
                "input_tokens", usage.fresh(),
                "cache_creation_input_tokens", usage.cacheWrite(),
                "cache_read_input_tokens", usage.cachedInput(),
                "cache_creation",
                        Json.object("ephemeral_5m_input_tokens", usage.cacheWrite(), "ephemeral_1h_input_tokens", 0),
                "output_tokens", usage.output(),
                "service_tier", "standard");
    }

    private static List<Part> events(String model, Usage usage, String stop, Behaviour behaviour) {
        // The head has the input figures and a first, small count of output.
        Usage first = usage == null ? null : usage.withVisible(3);
        List<Part> parts = new ArrayList<>();
        parts.add(event("message_start", "message", message(model, List.of(), null, first))
                .carrying(first));
        parts.add(event("content_block_start", "index", 0, "content_block", Json.object("type", "text", "text", "")));
        parts.add(event("ping"));
        for (String word : Documents.words(behaviour)) {
            parts.add(event("content_block_delta", "index", 0, "delta", Json.object("type", "text_delta", "text", word))
                    .text());
        }
        parts.add(event("content_block_stop", "index", 0));
        if (Documents.callsTool(behaviour)) {
            parts.add(event(
                    "content_block_start",
                    "index",
                    1,
                    "content_block",
                    Json.object("type", "tool_use", "id", "toolu_sim", "name", "get_weather", "input", Json.object())));
            parts.add(event(
                    "content_block_delta",
                    "index",
                    1,
                    "delta",
                    Json.object("type", "input_json_delta", "partial_json", Json.write(Documents.toolArguments()))));
            parts.add(event("content_block_stop", "index", 1));
        }
        Map<String, Object> delta = Json.object("stop_reason", stop, "stop_sequence", null);
        parts.add(
                usage == null
                        ? event("message_delta", "delta", delta)
                        : event("message_delta", "delta", delta, "usage", Json.object("output_tokens", usage.output()))
                                .carrying(usage));
        parts.add(event("message_stop"));
        return parts;
    }

    private static Part event(String type, Object... members) {
        Map<String, Object> event = Json.object("type", type);
        event.putAll(Json.object(members));
        return Part.event(type, event);
    }

    private static Reply legacy(Route route, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        return Reply.json(
                Part.of(Replies.compact(
                        "type", "completion",
                        "id", "compl_sim",
                        "completion", Documents.text(behaviour),
                        "stop_reason", "stop_sequence",
                        "model", model)),
                model);
    }

    private static Map<String, Object> batch() {
        return Json.object(
                "id",
                "msgbatch_sim",
                "type",
                "message_batch",
                "processing_status",
                "in_progress",
                "request_counts",
                Json.object("processing", 1, "succeeded", 0, "errored", 0, "canceled", 0, "expired", 0),
                "ended_at",
                null,
                "created_at",
                Replies.CREATED_AT,
                "expires_at",
                "2025-10-10T08:53:20Z",
                "archived_at",
                null,
                "cancel_initiated_at",
                null,
                "results_url",
                null);
    }

    private static Map<String, Object> models() {
        Object one = Json.object(
                "type", "model", "id", "sim-model", "display_name", "Simulated", "created_at", Replies.CREATED_AT);
        return Json.object("data", List.of(one), "has_more", false, "first_id", "sim-model", "last_id", "sim-model");
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        if (error == ErrorCase.BAD_GATEWAY) {
            return OpenAiErrors.page(error);
        }
        return Reply.error(error.status(), error.errorType(), body(error, route));
    }

    static Map<String, Object> body(ErrorCase error, Route route) {
        String[] typeAndMessage = switch (error) {
            case BAD_REQUEST, METHOD, UNPROCESSABLE ->
                new String[] {"invalid_request_error", "messages: at least one message is required"};
            case CONTEXT_LENGTH ->
                new String[] {"invalid_request_error", "prompt is too long: 205001 tokens > 200000 maximum"};
            case CONTENT_FILTER ->
                new String[] {"content_policy_violation", "Output blocked by content filtering policy"};
            case BAD_KEY, UNAUTHORIZED -> new String[] {"authentication_error", "invalid x-api-key"};
            case PAYMENT, QUOTA ->
                new String[] {"billing_error", "Your credit balance is too low to access the Anthropic API."};
            case FORBIDDEN ->
                new String[] {"permission_error", "Your API key does not have permission to use the specified resource."
                };
            case NOT_FOUND -> new String[] {"not_found_error", "model: " + route.model()};
            case TIMEOUT, GATEWAY_TIMEOUT -> new String[] {"timeout_error", "Request timed out."};
            case TOO_LARGE -> new String[] {"request_too_large", "Request exceeds the maximum size"};
            case RATE_LIMIT ->
                new String[] {"rate_limit_error", "This request would exceed the rate limit for your organization."};
            case UNAVAILABLE, OVERLOADED -> new String[] {"overloaded_error", "Overloaded"};
            default -> new String[] {"api_error", "Internal server error"};
        };
        return Json.object(
                "type", "error",
                "error", Json.object("type", typeAndMessage[0], "message", typeAndMessage[1]),
                "request_id", "req_sim");
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return Part.event("error", body(error, route));
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("request-id", "req_sim");
        if (!behaviour.has("nolimits")) {
            for (String unit : List.of("requests", "tokens", "input-tokens", "output-tokens")) {
                boolean requests = unit.equals("requests");
                headers.put("anthropic-ratelimit-" + unit + "-limit", requests ? "50" : "50000");
                headers.put(
                        "anthropic-ratelimit-" + unit + "-remaining",
                        requests ? Long.toString(behaviour.number("remaining", 49)) : "49000");
                headers.put("anthropic-ratelimit-" + unit + "-reset", "2030-01-01T00:00:00Z");
            }
        }
        return headers;
    }
}
