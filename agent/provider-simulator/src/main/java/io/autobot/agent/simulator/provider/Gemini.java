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

/** Gemini: thoughts are counted beside the candidates; running figures in every chunk, the last are right. */
public class Gemini implements Provider {
    private static final Pattern PATH = Pattern.compile(".*/([^/:]+):([a-zA-Z]+)");
    private final OpenAi openAi = new PlainOpenAi();

    @Override
    public Route route(Call call) {
        if (call.path().contains("/openai/") || call.path().contains("/endpoints/openapi/")) {
            return openAi.route(call);
        }
        Matcher path = PATH.matcher(call.path());
        if (!path.matches() || !call.method().equals("POST")) {
            return call.path().contains("/models") ? Route.other("models") : null;
        }
        String kind = path.group(2);
        String type = switch (kind) {
            case "generateContent", "streamGenerateContent" -> "chat";
            case "embedContent", "batchEmbedContents" -> "embedding";
            case "countTokens" -> "token_count";
            case "predict" -> predictType(path.group(1));
            default -> "other";
        };
        return Route.call(kind, type, path.group(1), kind.equals("streamGenerateContent"));
    }

    private static String predictType(String model) {
        return model.contains("embedding") ? "embedding" : "image";
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        Usage usage = figures.withoutCacheWrite().withoutAudio();
        return switch (route.kind()) {
            case "generateContent" -> generate(route, usage, behaviour);
            case "streamGenerateContent" -> stream(call, route, usage, behaviour);
            case "embedContent" ->
                Reply.json(
                        Part.of(Json.object(
                                "embedding",
                                Json.object("values", Replies.vectors(1).get(0)))),
                        null);
            case "batchEmbedContents" -> batch(call);
            case "countTokens" -> Reply.json(Part.of(Json.object("totalTokens", usage.input())), null);
            case "predict" -> predict(call, route, usage.plain().inputOnly(), behaviour);
            case "models" ->
                Reply.json(Part.of(Json.object("models", List.of(Json.object("name", "models/sim-model")))), null);
            default -> openAi.reply(call, route, figures, behaviour);
        };
    }

    private static Reply generate(Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        Usage usage = Replies.unlessSilent(figures, behaviour);
        List<Object> parts = new ArrayList<>();
        parts.add(Json.object("text", Documents.text(behaviour)));
        if (Documents.callsTool(behaviour)) {
            parts.add(
                    Json.object("functionCall", Json.object("name", "get_weather", "args", Documents.toolArguments())));
        }
        Map<String, Object> document = chunk(model, parts, finish(behaviour), usage);
        return failing(Reply.json(Part.of(document).carrying(usage), model), behaviour)
                .contentType("application/json; charset=UTF-8");
    }

    private static Reply stream(Call call, Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        Usage usage = Replies.unlessSilent(figures, behaviour);
        Usage early = usage == null ? null : usage.withVisible(1);
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(chunk(model, List.of(Json.object("text", word)), null, early))
                    .carrying(early)
                    .text());
        }
        if (Documents.callsTool(behaviour)) {
            Object tool =
                    Json.object("functionCall", Json.object("name", "get_weather", "args", Documents.toolArguments()));
            parts.add(Part.of(chunk(model, List.of(tool), null, early)));
        }
        parts.add(Part.of(chunk(model, List.of(Json.object("text", "")), finish(behaviour), usage))
                .carrying(usage));
        boolean events = call.query().contains("alt=sse");
        return failing(
                Reply.stream(
                        events ? "text/event-stream" : "application/json; charset=UTF-8",
                        events ? Framing.EVENTS : Framing.ARRAY,
                        parts,
                        model),
                behaviour);
    }

    private static String finish(Behaviour behaviour) {
        return behaviour.has("filtered") ? "SAFETY" : "STOP";
    }

    private static Reply failing(Reply reply, Behaviour behaviour) {
        return behaviour.has("filtered") ? reply.failing("content_filter") : reply;
    }

    private static Map<String, Object> chunk(String model, List<Object> parts, String finish, Usage usage) {
        Map<String, Object> candidate = Replies.compact(
                "content", Json.object("role", "model", "parts", parts), "finishReason", finish, "index", 0);
        return Replies.compact(
                "candidates",
                List.of(candidate),
                "usageMetadata",
                usage == null ? null : usage(usage),
                "modelVersion",
                model,
                "createTime",
                Replies.CREATED_AT,
                "responseId",
                "sim");
    }

    private static Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = Json.object(
                "promptTokenCount", usage.input(),
                "candidatesTokenCount", usage.visible(),
                "totalTokenCount", usage.total(),
                "trafficType", "ON_DEMAND",
                "promptTokensDetails", List.of(Json.object("modality", "TEXT", "tokenCount", usage.input())),
                "candidatesTokensDetails", List.of(Json.object("modality", "TEXT", "tokenCount", usage.visible())));
        if (usage.cachedInput() > 0) {
            object.put("cachedContentTokenCount", usage.cachedInput());
        }
        if (usage.reasoning() > 0) {
            object.put("thoughtsTokenCount", usage.reasoning());
        }
        return object;
    }

    private static Reply batch(Call call) {
        List<Object> embeddings = new ArrayList<>();
        for (Object vector : Replies.vectors(Replies.texts(call, "requests"))) {
            embeddings.add(Json.object("values", vector));
        }
        return Reply.json(Part.of(Json.object("embeddings", embeddings)), null);
    }

    /** Vertex counts an embedding's tokens in its statistics; the Gemini API does not, and images have no figures. */
    private static Reply predict(Call call, Route route, Usage figures, Behaviour behaviour) {
        if (!route.requestType().equals("embedding")) {
            return Reply.json(
                    Part.of(Json.object(
                            "predictions",
                            List.of(Json.object("bytesBase64Encoded", "iVBORw0KGgo=", "mimeType", "image/png")))),
                    null);
        }
        Usage usage = Replies.unlessSilent(figures, behaviour);
        List<Object> predictions = new ArrayList<>();
        int texts = Replies.texts(call, "instances");
        for (Object vector : Replies.vectors(texts)) {
            Map<String, Object> embedding = Json.object("values", vector);
            if (usage != null) {
                long share = predictions.isEmpty() ? usage.input() - (texts - 1) : 1;
                embedding.put("statistics", Json.object("truncated", false, "token_count", share));
            }
            predictions.add(Json.object("embeddings", embedding));
        }
        return Reply.json(Part.of(Json.object("predictions", predictions)).carrying(usage), null);
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        return switch (error) {
            case BAD_GATEWAY -> OpenAiErrors.page(error);
            default -> {
                Object body = body(error, route);
                // Google words errors of a stream without SSE as an array of one.
                boolean array = route.streamed() && !call.query().contains("alt=sse");
                yield Reply.error(error.status(), error.errorType(), array ? List.of(body) : body)
                        .contentType("application/json; charset=UTF-8");
            }
        };
    }

    static Map<String, Object> body(ErrorCase error, Route route) {
        List<Object> details = new ArrayList<>();
        String[] statusAndMessage = switch (error) {
            case BAD_REQUEST, UNPROCESSABLE, METHOD ->
                new String[] {"INVALID_ARGUMENT", "* GenerateContentRequest.contents: contents is not specified"};
            case CONTEXT_LENGTH, TOO_LARGE ->
                new String[] {
                    "INVALID_ARGUMENT",
                    "The input token count (1200021) exceeds the maximum number of tokens allowed (1048576)."
                };
            case CONTENT_FILTER ->
                new String[] {"INVALID_ARGUMENT", "The prompt was blocked: content_policy_violation"};
            case BAD_KEY -> new String[] {"INVALID_ARGUMENT", "API key not valid. Please pass a valid API key."};
            case UNAUTHORIZED -> new String[] {"UNAUTHENTICATED", "Request had invalid authentication credentials."};
            case FORBIDDEN -> new String[] {"PERMISSION_DENIED", "The caller does not have permission"};
            case NOT_FOUND ->
                new String[] {"NOT_FOUND", "models/" + route.model() + " is not found for API version v1beta"};
            case TIMEOUT, GATEWAY_TIMEOUT ->
                new String[] {"DEADLINE_EXCEEDED", "Deadline expired before operation could complete."};
            case RATE_LIMIT -> new String[] {"RESOURCE_EXHAUSTED", "Resource exhausted. Please try again later."};
            case QUOTA, PAYMENT ->
                new String[] {
                    "RESOURCE_EXHAUSTED", "You exceeded your current quota, please check your plan and billing details."
                };
            case UNAVAILABLE, OVERLOADED ->
                new String[] {"UNAVAILABLE", "The model is overloaded. Please try again later."};
            default -> new String[] {"INTERNAL", "An internal error has occurred."};
        };
        if (error == ErrorCase.BAD_KEY) {
            details.add(Json.object(
                    "@type", "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason", "API_KEY_INVALID",
                    "domain", "googleapis.com"));
        }
        if (error.status() == 429) {
            details.add(Json.object("@type", "type.googleapis.com/google.rpc.RetryInfo", "retryDelay", "22s"));
        }
        Map<String, Object> object =
                Json.object("code", error.status(), "message", statusAndMessage[1], "status", statusAndMessage[0]);
        if (!details.isEmpty()) {
            object.put("details", details);
        }
        return Json.object("error", object);
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return Part.of(body(error, route));
    }
}
