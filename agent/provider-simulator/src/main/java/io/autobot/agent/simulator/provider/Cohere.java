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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cohere v1 and v2: billed units beside tokens, and never the same number. */
public final class Cohere implements Provider {
    private static final Pattern PATH =
            Pattern.compile(".*/(v1|v2)/(chat|generate|embed|rerank|classify|tokenize|models)");

    @Override
    public Route route(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return null;
        }
        String kind = path.group(1) + "/" + path.group(2);
        if (!call.method().equals("POST")) {
            return Route.other(kind);
        }
        String type = switch (path.group(2)) {
            case "chat" -> "chat";
            case "generate" -> "completion";
            case "embed" -> "embedding";
            case "rerank" -> "rerank";
            case "tokenize" -> "token_count";
            default -> "other";
        };
        return Route.call(kind, type, call.bodyModel(), call.asks("stream"));
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        Usage usage = Replies.unlessSilent(figures.plain(), behaviour);
        return switch (route.kind()) {
            case "v2/chat" -> chat(route, usage, behaviour);
            case "v1/chat" -> oldChat(route, usage, behaviour);
            case "v1/generate" ->
                Reply.json(
                        Part.of(Replies.compact(
                                        "id",
                                        "sim",
                                        "generations",
                                        List.of(Json.object("id", "sim", "text", Documents.text(behaviour))),
                                        "meta",
                                        usage == null ? null : billed(usage)))
                                .carrying(usage == null ? null : billedUsage(usage)),
                        null);
            case "v1/embed", "v2/embed" -> embed(call, route, usage == null ? null : usage.inputOnly());
            case "v1/rerank", "v2/rerank" -> Reply.json(Part.of(rerank()), null);
            case "v1/tokenize" ->
                Reply.json(
                        Part.of(Json.object("tokens", List.of(8466, 5169), "token_strings", List.of("sim", "ulated"))),
                        null);
            default -> Reply.json(Part.of(Json.object("models", List.of(Json.object("name", "command-r")))), null);
        };
    }

    /** What is billed is less than what was counted. */
    private static Usage billedUsage(Usage usage) {
        return new Usage(usage.input() - 62, 0, 0, usage.output() - 1, 0, 0, 0);
    }

    private static Map<String, Object> units(Usage usage) {
        return Json.object("input_tokens", usage.input(), "output_tokens", usage.output());
    }

    private static Map<String, Object> usage(Usage usage) {
        return Json.object("billed_units", units(billedUsage(usage)), "tokens", units(usage));
    }

    private static Map<String, Object> billed(Usage usage) {
        return Json.object("api_version", Json.object("version", "1"), "billed_units", units(billedUsage(usage)));
    }

    private static Reply chat(Route route, Usage usage, Behaviour behaviour) {
        String finish = Documents.callsTool(behaviour) ? "TOOL_CALL" : "COMPLETE";
        if (!route.streamed()) {
            Map<String, Object> message = Json.object(
                    "role",
                    "assistant",
                    "content",
                    List.of(Json.object("type", "text", "text", Documents.text(behaviour))));
            if (Documents.callsTool(behaviour)) {
                Object function =
                        Json.object("name", "get_weather", "arguments", Json.write(Documents.toolArguments()));
                message.put("tool_calls", List.of(Json.object("id", "sim", "type", "function", "function", function)));
            }
            return Reply.json(
                    Part.of(Replies.compact(
                                    "id",
                                    "sim",
                                    "message",
                                    message,
                                    "finish_reason",
                                    finish,
                                    "usage",
                                    usage == null ? null : usage(usage)))
                            .carrying(usage),
                    null);
        }
        List<Part> parts = new ArrayList<>();
        parts.add(event(
                "message-start",
                "id",
                "sim",
                "delta",
                Json.object("message", Json.object("role", "assistant", "content", List.of()))));
        parts.add(event("content-start", "index", 0, "delta", content(Json.object("type", "text", "text", ""))));
        for (String word : Documents.words(behaviour)) {
            parts.add(event("content-delta", "index", 0, "delta", content(Json.object("text", word)))
                    .text());
        }
        parts.add(event("content-end", "index", 0));
        Map<String, Object> delta =
                Replies.compact("finish_reason", finish, "usage", usage == null ? null : usage(usage));
        parts.add(event("message-end", "delta", delta).carrying(usage));
        return Reply.stream("text/event-stream", Framing.EVENTS, parts, null);
    }

    private static Map<String, Object> content(Object content) {
        return Json.object("message", Json.object("content", content));
    }

    private static Part event(String type, Object... members) {
        Map<String, Object> event = Json.object("type", type);
        event.putAll(Json.object(members));
        return Part.event(type, event);
    }

    private static Reply oldChat(Route route, Usage usage, Behaviour behaviour) {
        Map<String, Object> whole = Json.object(
                "text",
                Documents.text(behaviour),
                "generation_id",
                "sim",
                "chat_history",
                List.of(),
                "finish_reason",
                "COMPLETE");
        if (usage != null) {
            Map<String, Object> meta = billed(usage);
            meta.put("tokens", units(usage));
            whole.put("meta", meta);
        }
        if (!route.streamed()) {
            Map<String, Object> document = Json.object("response_id", "sim");
            document.putAll(whole);
            return Reply.json(Part.of(document).carrying(usage), null);
        }
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Json.object("is_finished", false, "event_type", "stream-start", "generation_id", "sim")));
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(Json.object("is_finished", false, "event_type", "text-generation", "text", word))
                    .text());
        }
        parts.add(Part.of(Json.object(
                        "is_finished",
                        true,
                        "event_type",
                        "stream-end",
                        "finish_reason",
                        "COMPLETE",
                        "response",
                        whole))
                .carrying(usage));
        return Reply.stream("application/stream+json", Framing.LINES, parts, null);
    }

    /** Embeddings know billed units alone. */
    private static Reply embed(Call call, Route route, Usage usage) {
        List<Object> vectors = Replies.vectors(Replies.texts(call, "texts"));
        boolean second = route.kind().startsWith("v2");
        Map<String, Object> meta = Json.object("api_version", Json.object("version", second ? "2" : "1"));
        if (usage != null) {
            meta.put("billed_units", Json.object("input_tokens", usage.input()));
        }
        boolean typed = second || call.json().containsKey("embedding_types");
        return Reply.json(
                Part.of(Json.object(
                                "id",
                                "sim",
                                "texts",
                                Json.list(call.json(), "texts"),
                                "embeddings",
                                typed ? Json.object("float", vectors) : vectors,
                                "meta",
                                meta,
                                "response_type",
                                typed ? "embeddings_by_type" : "embeddings_floats"))
                        .carrying(usage),
                null);
    }

    /** A rerank is billed by the search, not by the token. */
    private static Map<String, Object> rerank() {
        return Json.object(
                "id", "sim",
                "results", List.of(Json.object("index", 0, "relevance_score", 0.75)),
                "meta",
                        Json.object(
                                "api_version",
                                Json.object("version", "2"),
                                "billed_units",
                                Json.object("search_units", 1)));
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        return error == ErrorCase.BAD_GATEWAY
                ? OpenAiErrors.page(error)
                : Reply.error(error.status(), error.errorType(), body(error, route));
    }

    private static Map<String, Object> body(ErrorCase error, Route route) {
        String message = switch (error) {
            case BAD_KEY, UNAUTHORIZED -> "invalid api token";
            case CONTEXT_LENGTH, TOO_LARGE -> "too many tokens: size limit exceeded by 3021 tokens.";
            case CONTENT_FILTER -> "blocked output: content_policy_violation";
            case NOT_FOUND -> "model '" + route.model() + "' not found, make sure the correct model ID was used";
            case RATE_LIMIT -> "You are using a Trial key, which is limited to 20 API calls / minute.";
            case QUOTA, PAYMENT -> "quota_exceeded: please add or update your payment method.";
            case BAD_REQUEST, UNPROCESSABLE, METHOD -> "invalid request: messages must not be empty.";
            default -> "internal server error";
        };
        return Json.object("id", "sim", "message", message);
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        if (route.kind().startsWith("v1")) {
            return Part.of(Json.object(
                    "is_finished",
                    true,
                    "event_type",
                    "stream-end",
                    "finish_reason",
                    "ERROR",
                    "response",
                    Json.object("text", "")));
        }
        return event("message-end", "delta", Json.object("finish_reason", "ERROR", "error", "internal error"));
    }
}
