package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenAI, and with methods to override all that speak its language. */
public class OpenAi implements Provider {
    private static final Pattern PATH = Pattern.compile(
            ".*?/(chat/completions|responses|completions|embeddings|images/(?:generations|edits|variations)"
                    + "|audio/(?:transcriptions|translations|speech)|moderations|rerank|batches|files)(?:/.*)?"
                    + "|.*/models(?:/[^/]+)?");

    private static final Set<String> LISTED = Set.of("models", "batches", "files");

    @Override
    public Route route(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return null;
        }
        String kind = path.group(1) == null ? "models" : path.group(1);
        if (!call.method().equals("POST") || kind.equals("models")) {
            return LISTED.contains(kind) ? Route.other(kind) : Route.other(Route.NOT_ALLOWED);
        }
        boolean streamed = call.asks("stream");
        return Route.call(kind, requestType(kind), requestModel(call), streamed);
    }

    static String requestType(String kind) {
        return switch (kind) {
            case "chat/completions", "responses" -> "chat";
            case "completions" -> "completion";
            case "embeddings" -> "embedding";
            case "audio/transcriptions", "audio/translations" -> "transcription";
            case "audio/speech" -> "speech";
            case "moderations" -> "moderation";
            case "rerank" -> "rerank";
            case "batches", "files" -> "batch";
            default -> "image";
        };
    }

    /** The model asked for. */
    protected String requestModel(Call call) {
        return call.bodyModel();
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        Usage usage = carried(figures);
        return switch (route.kind()) {
            case "chat/completions" -> ChatCompletions.reply(this, call, route, usage, behaviour);
            case "completions" -> TextCompletions.reply(this, call, route, usage, behaviour);
            case "responses" -> Responses.reply(call, route, usage, behaviour);
            default -> OpenAiOthers.reply(this, call, route, usage, behaviour);
        };
    }

    /** The figures that this provider's replies have a place for. */
    protected Usage carried(Usage figures) {
        return figures.withoutCacheWrite();
    }

    /** The {@code usage} object. */
    protected Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = plainUsage(usage);
        object.put(
                "prompt_tokens_details",
                Json.object("cached_tokens", usage.cachedInput(), "audio_tokens", usage.audioInput()));
        object.put(
                "completion_tokens_details",
                Json.object(
                        "reasoning_tokens",
                        usage.reasoning(),
                        "audio_tokens",
                        usage.audioOutput(),
                        "accepted_prediction_tokens",
                        0,
                        "rejected_prediction_tokens",
                        0));
        return object;
    }

    /** The {@code usage} object without details. */
    protected static Map<String, Object> plainUsage(Usage usage) {
        return Json.object(
                "prompt_tokens", usage.input(),
                "completion_tokens", usage.output(),
                "total_tokens", usage.total());
    }

    /** Whether a stream carries figures on its last content chunk, asked or not. */
    protected boolean usageUnasked() {
        return false;
    }

    /** Running figures that each chunk of a stream carries, or null. */
    protected Usage early(Usage usage) {
        return null;
    }

    /**
     * Adds what only this provider has to the whole reply of a chat or to the chunk that ends its text.
     *
     * @param usage null when the behaviour has figures left out
     */
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {}

    /** Chunks before the first. */
    protected List<Part> preamble() {
        return List.of();
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        return OpenAiErrors.reply(call, route, error);
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        if (route.kind().equals("responses")) {
            return Part.event(
                    "error",
                    Json.object(
                            "type", "error",
                            "code", "server_error",
                            "message", "The server had an error while processing your request.",
                            "param", null,
                            "sequence_number", 99));
        }
        return Part.of(OpenAiErrors.body(error, route.model()));
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-request-id", "req_sim");
        headers.put("openai-processing-ms", "3");
        headers.putAll(limits(behaviour));
        if (route.kind().equals("embeddings") && route.model() != null) {
            headers.put("openai-model", route.model());
        }
        return headers;
    }

    /** Rate-limit headers as OpenAI and Groq have them. */
    protected static Map<String, String> limits(Behaviour behaviour) {
        if (behaviour.has("nolimits")) {
            return Map.of();
        }
        return Map.of(
                "x-ratelimit-limit-requests", "5000",
                "x-ratelimit-limit-tokens", "4000000",
                "x-ratelimit-remaining-requests", Long.toString(behaviour.number("remaining", 4999)),
                "x-ratelimit-remaining-tokens", "3999982",
                "x-ratelimit-reset-requests", "12ms",
                "x-ratelimit-reset-tokens", "1m2s");
    }
}
