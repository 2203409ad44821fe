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

/** Text Generation Inference and Text Embeddings Inference: native paths beside the OpenAI-shaped ones. */
public final class Tgi extends PlainOpenAi {
    @Override
    public Route route(Call call) {
        if (!call.method().equals("POST")) {
            return super.route(call);
        }
        String path = call.path();
        if (path.endsWith("/generate_stream")) {
            return Route.call("generate", "completion", null, true);
        }
        if (path.endsWith("/generate") || path.equals("/") || path.startsWith("/models/")) {
            String model = path.startsWith("/models/") ? path.substring("/models/".length()) : null;
            return Route.call("generate", "completion", model, call.asks("stream"));
        }
        if (path.endsWith("/embed")) {
            return Route.call("embed", "embedding", null, false);
        }
        if (path.endsWith("/rerank")) {
            return Route.call("rerank", "rerank", null, false);
        }
        return super.route(call);
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        return switch (route.kind()) {
            case "generate" -> generate(call, route, figures.plain(), behaviour);
            case "embed" -> Reply.json(Part.of(Replies.vectors(Replies.texts(call, "inputs"))), null);
            case "rerank" -> Reply.json(Part.of(List.of(Json.object("index", 0, "score", 0.5))), null);
            default -> super.reply(call, route, figures, behaviour);
        };
    }

    /** A plain reply counts the output alone; the last event of a stream has the input too. */
    private static Reply generate(Call call, Route route, Usage figures, Behaviour behaviour) {
        String text = Documents.text(behaviour);
        if (!route.streamed()) {
            Usage usage = Replies.unlessSilent(new Usage(0, 0, 0, figures.visible(), 0, 0, 0), behaviour);
            Map<String, Object> document = Json.object("generated_text", text);
            if (usage != null) {
                document.put(
                        "details",
                        Json.object(
                                "finish_reason", "eos_token",
                                "generated_tokens", usage.output(),
                                "seed", null,
                                "prefill", List.of(),
                                "tokens",
                                        List.of(Json.object(
                                                "id", 1, "text", text, "logprob", -0.5, "special", false))));
            }
            // The root path answers with an array, as the older inference API did.
            Object body = call.path().endsWith("/generate") ? document : List.of(document);
            return Reply.json(Part.of(body).carrying(usage), null);
        }
        Usage usage = Replies.unlessSilent(figures, behaviour);
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(event(parts.size(), word, null, null)).text());
        }
        Object details = usage == null
                ? null
                : Json.object(
                        "finish_reason",
                        "eos_token",
                        "generated_tokens",
                        usage.output(),
                        "seed",
                        null,
                        "input_length",
                        usage.input());
        parts.add(Part.of(event(parts.size(), "</s>", text, details)).carrying(usage));
        return Reply.stream("text/event-stream", Framing.EVENTS, parts, null);
    }

    private static Map<String, Object> event(int index, String word, String text, Object details) {
        return Json.object(
                "index", index,
                "token", Json.object("id", 100 + index, "text", word, "logprob", -0.25, "special", text != null),
                "generated_text", text,
                "details", details);
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        if (route.kind().contains("completions") || error == ErrorCase.BAD_GATEWAY) {
            return super.error(call, route, error);
        }
        // Its 429 means a full queue, and its body says so.
        String errorType = error == ErrorCase.RATE_LIMIT ? "overloaded" : error.errorType();
        return Reply.error(error.status(), errorType, body(error));
    }

    private static Map<String, Object> body(ErrorCase error) {
        return switch (error) {
            case RATE_LIMIT, UNAVAILABLE, OVERLOADED ->
                Json.object("error", "Model is overloaded", "error_type", "overloaded");
            case CONTEXT_LENGTH, TOO_LARGE ->
                Json.object(
                        "error",
                        "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs`"
                                + " tokens: input is too long",
                        "error_type",
                        "validation");
            case BAD_REQUEST, UNPROCESSABLE ->
                Json.object(
                        "error",
                        "Input validation error: `temperature` must be strictly positive",
                        "error_type",
                        "validation");
            default ->
                Json.object("error", "Request failed during generation: Server error", "error_type", "generation");
        };
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return Part.of(body(error));
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        return Map.of("x-compute-type", "1-sim-gpu", "x-compute-time", "0.25", "x-inference-time", "240");
    }
}
