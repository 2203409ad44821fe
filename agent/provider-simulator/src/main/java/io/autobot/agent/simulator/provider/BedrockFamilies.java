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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * InvokeModel's replies, whose body is each model family's own. All give the figures in headers as well, or in the
 * last chunk of a stream.
 */
final class BedrockFamilies {
    private static final String INPUT = "X-Amzn-Bedrock-Input-Token-Count";
    private static final String OUTPUT = "X-Amzn-Bedrock-Output-Token-Count";

    private BedrockFamilies() {}

    static String requestType(String model) {
        if (model.contains("embed")) {
            return "embedding";
        }
        if (model.contains("rerank")) {
            return "rerank";
        }
        if (model.contains("stability.") || model.contains("image") || model.contains("canvas")) {
            return "image";
        }
        return "chat";
    }

    static Reply plain(Call call, Route route, Usage figures, Behaviour behaviour) {
        String model = String.valueOf(route.model());
        boolean claude = model.contains("anthropic.");
        Usage carried = claude ? figures : figures.plain();
        if (!route.requestType().equals("chat")) {
            carried = route.requestType().equals("embedding") ? carried.inputOnly() : null;
        }
        Usage usage = carried == null ? null : Replies.unlessSilent(carried, behaviour);
        String named = claude ? Replies.model(route, behaviour) : null;
        Reply reply = claude
                ? Anthropic.messages(Route.call("messages", "chat", model, false), figures, behaviour)
                : Reply.json(Part.of(body(call, route, usage, behaviour)).carrying(usage), named);
        return usage == null ? reply : reply.headers(headers(usage, claude));
    }

    private static Map<String, String> headers(Usage usage, boolean caches) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(INPUT, Long.toString(usage.fresh()));
        headers.put(OUTPUT, Long.toString(usage.output()));
        headers.put("X-Amzn-Bedrock-Invocation-Latency", "743");
        if (caches) {
            headers.put("X-Amzn-Bedrock-Cache-Read-Input-Token-Count", Long.toString(usage.cachedInput()));
            headers.put("X-Amzn-Bedrock-Cache-Write-Input-Token-Count", Long.toString(usage.cacheWrite()));
        }
        return headers;
    }

    private static Map<String, Object> body(Call call, Route route, Usage usage, Behaviour behaviour) {
        String model = String.valueOf(route.model());
        String text = Documents.text(behaviour);
        Long input = usage == null ? null : usage.input();
        Long output = usage == null ? null : usage.output();
        switch (route.requestType()) {
            case "embedding":
                return model.contains("cohere.")
                        ? Json.object(
                                "id",
                                "sim",
                                "texts",
                                Json.list(call.json(), "texts"),
                                "embeddings",
                                Replies.vectors(Replies.texts(call, "texts")),
                                "response_type",
                                "embeddings_floats")
                        : Replies.compact("embedding", Replies.vectors(1).get(0), "inputTextTokenCount", input);
            case "image":
                return Json.object("images", List.of("iVBORw0KGgo="), "error", null);
            case "rerank":
                return Json.object("results", List.of(Json.object("index", 0, "relevance_score", 0.5)));
            default:
        }
        if (model.contains("amazon.titan")) {
            Object result = Replies.compact("tokenCount", output, "outputText", text, "completionReason", "FINISH");
            return Replies.compact("inputTextTokenCount", input, "results", List.of(result));
        }
        if (model.contains("meta.llama")) {
            return Replies.compact(
                    "generation", text,
                    "prompt_token_count", input,
                    "generation_token_count", output,
                    "stop_reason", "stop");
        }
        if (model.contains("cohere.")) {
            Object generation = Json.object("finish_reason", "COMPLETE", "id", "sim", "text", text);
            return Json.object("id", "sim", "generations", List.of(generation), "prompt", "");
        }
        if (model.contains("mistral.")) {
            return Json.object("outputs", List.of(Json.object("text", text, "stop_reason", "stop")));
        }
        Object message = Json.object("content", List.of(Json.object("text", text)), "role", "assistant");
        return Replies.compact(
                "output",
                Json.object("message", message),
                "stopReason",
                "end_turn",
                "usage",
                usage == null
                        ? null
                        : Json.object("inputTokens", input, "outputTokens", output, "totalTokens", usage.total()));
    }

    static Reply stream(Route route, Usage figures, Behaviour behaviour) {
        String model = String.valueOf(route.model());
        boolean claude = model.contains("anthropic.");
        List<Part> inner = claude
                ? Anthropic.messages(Route.call("messages", "chat", model, true), figures, behaviour)
                        .parts()
                : texts(model, behaviour);
        Usage usage = Replies.unlessSilent(claude ? figures : figures.plain(), behaviour);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            Part part = inner.get(i);
            boolean last = i == inner.size() - 1;
            if (last && usage != null) {
                map(part).put("amazon-bedrock-invocationMetrics", metrics(usage, claude));
            }
            byte[] json = Framing.Bytes.of(Json.write(part.document()));
            Object payload = Json.object("bytes", Base64.getEncoder().encodeToString(json), "p", "abcdefghij");
            parts.add(new Part("chunk", payload, last ? usage : part.usage(), part.content()));
        }
        return Reply.stream(
                        "application/vnd.amazon.eventstream",
                        Framing.AMAZON,
                        parts,
                        claude ? Replies.model(route, behaviour) : null)
                .headers(Map.of("X-Amzn-Bedrock-Content-Type", "application/json"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Part part) {
        return (Map<String, Object>) part.document();
    }

    private static List<Part> texts(String model, Behaviour behaviour) {
        String member = model.contains("meta.llama") ? "generation" : "outputText";
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(Json.object(member, word)).text());
        }
        parts.add(Part.of(Json.object(member, "", "stop_reason", "stop")));
        return parts;
    }

    private static Map<String, Object> metrics(Usage usage, boolean caches) {
        Map<String, Object> metrics = Json.object(
                "inputTokenCount",
                usage.fresh(),
                "outputTokenCount",
                usage.output(),
                "invocationLatency",
                1271,
                "firstByteLatency",
                320);
        if (caches) {
            metrics.put("cacheReadInputTokenCount", usage.cachedInput());
            metrics.put("cacheWriteInputTokenCount", usage.cacheWrite());
        }
        return metrics;
    }
}
