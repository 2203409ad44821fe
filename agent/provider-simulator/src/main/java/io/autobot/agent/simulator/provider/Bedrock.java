package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Documents;
import io.autobot.agent.simulator.wire.EventStream;
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

/** Bedrock runtime: Converse and InvokeModel, plain and as binary event streams. */
public final class Bedrock implements Provider {
    private static final Pattern PATH =
            Pattern.compile(".*/model/(.+)/(converse|converse-stream|invoke|invoke-with-response-stream|count-tokens)");

    @Override
    public Route route(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return call.path().contains("/guardrail/") ? Route.call("guardrail", "other", null, false) : null;
        }
        String kind = path.group(2);
        String model = path.group(1);
        String type = kind.equals("count-tokens")
                ? "token_count"
                : kind.startsWith("invoke") ? BedrockFamilies.requestType(model) : "chat";
        return Route.call(kind, type, model, kind.endsWith("-stream"));
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        Usage carried = figures.withoutReasoning().withoutAudio();
        return switch (route.kind()) {
            case "converse", "converse-stream" -> {
                Reply reply = converse(route, Replies.unlessSilent(carried, behaviour), behaviour);
                yield behaviour.has("filtered") ? reply.failing("content_filter") : reply;
            }
            case "invoke" -> BedrockFamilies.plain(call, route, carried, behaviour);
            case "invoke-with-response-stream" -> BedrockFamilies.stream(route, carried, behaviour);
            case "count-tokens" -> Reply.json(Part.of(Json.object("inputTokens", figures.input())), null);
            default ->
                Reply.json(
                        Part.of(Json.object(
                                "usage",
                                Json.object(),
                                "action",
                                "NONE",
                                "outputs",
                                List.of(),
                                "assessments",
                                List.of())),
                        null);
        };
    }

    private static Reply converse(Route route, Usage usage, Behaviour behaviour) {
        String stop = behaviour.has("filtered")
                ? "guardrail_intervened"
                : Documents.callsTool(behaviour) ? "tool_use" : "end_turn";
        if (!route.streamed()) {
            List<Object> content = new ArrayList<>();
            content.add(Json.object("text", Documents.text(behaviour)));
            if (Documents.callsTool(behaviour)) {
                content.add(Json.object(
                        "toolUse",
                        Json.object("toolUseId", "sim", "name", "get_weather", "input", Documents.toolArguments())));
            }
            Object message = Json.object("content", content, "role", "assistant");
            return Reply.json(
                    Part.of(Replies.compact(
                                    "metrics",
                                    Json.object("latencyMs", 743),
                                    "output",
                                    Json.object("message", message),
                                    "stopReason",
                                    stop,
                                    "usage",
                                    usage == null ? null : usage(usage)))
                            .carrying(usage),
                    null);
        }
        List<Part> parts = new ArrayList<>();
        parts.add(Part.event("messageStart", Json.object("p", "abcdefgh", "role", "assistant")));
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.event(
                            "contentBlockDelta",
                            Json.object("contentBlockIndex", 0, "delta", Json.object("text", word), "p", "ab"))
                    .text());
        }
        parts.add(Part.event("contentBlockStop", Json.object("contentBlockIndex", 0, "p", "abc")));
        if (Documents.callsTool(behaviour)) {
            Object start = Json.object("toolUse", Json.object("toolUseId", "sim", "name", "get_weather"));
            parts.add(Part.event("contentBlockStart", Json.object("contentBlockIndex", 1, "start", start)));
            Object delta = Json.object("toolUse", Json.object("input", Json.write(Documents.toolArguments())));
            parts.add(Part.event("contentBlockDelta", Json.object("contentBlockIndex", 1, "delta", delta)));
            parts.add(Part.event("contentBlockStop", Json.object("contentBlockIndex", 1)));
        }
        parts.add(Part.event("messageStop", Json.object("p", "abcd", "stopReason", stop)));
        Map<String, Object> metadata = Json.object("metrics", Json.object("latencyMs", 1271), "p", "abcde");
        if (usage != null) {
            metadata.put("usage", usage(usage));
        }
        parts.add(Part.event("metadata", metadata).carrying(usage));
        return Reply.stream("application/vnd.amazon.eventstream", Framing.AMAZON, parts, null);
    }

    private static Map<String, Object> usage(Usage usage) {
        return Json.object(
                "inputTokens", usage.fresh(),
                "outputTokens", usage.output(),
                "totalTokens", usage.total(),
                "cacheReadInputTokens", usage.cachedInput(),
                "cacheWriteInputTokens", usage.cacheWrite());
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        if (error == ErrorCase.BAD_GATEWAY) {
            return OpenAiErrors.page(error);
        }
        String[] nameAndMessage = nameAndMessage(error);
        return Reply.error(error.status(), error.errorType(), Json.object("message", nameAndMessage[1]))
                .headers(Map.of(
                        "x-amzn-ErrorType",
                        nameAndMessage[0] + ":http://internal.amazon.com/coral/com.amazon.bedrock/",
                        "x-amzn-RequestId",
                        "sim"));
    }

    private static String[] nameAndMessage(ErrorCase error) {
        return switch (error) {
            case BAD_REQUEST, UNPROCESSABLE, METHOD ->
                new String[] {"ValidationException", "The provided model identifier is invalid."};
            case CONTEXT_LENGTH, TOO_LARGE ->
                new String[] {"ValidationException", "Input is too long for requested model."};
            case CONTENT_FILTER ->
                new String[] {"ValidationException", "The request was blocked: content_policy_violation"};
            case BAD_KEY, UNAUTHORIZED ->
                new String[] {"UnrecognizedClientException", "The security token included in the request is invalid."};
            case FORBIDDEN ->
                new String[] {"AccessDeniedException", "You don't have access to the model with the specified model ID."
                };
            case NOT_FOUND -> new String[] {"ResourceNotFoundException", "Could not resolve the foundation model."};
            case TIMEOUT, GATEWAY_TIMEOUT -> new String[] {"ModelTimeoutException", "Model has timed out."};
            case RATE_LIMIT ->
                new String[] {"ThrottlingException", "Too many requests, please wait before trying again."};
            case QUOTA, PAYMENT ->
                new String[] {
                    "ServiceQuotaExceededException", "Your request exceeds the service quota for your account."
                };
            case UNAVAILABLE, OVERLOADED ->
                new String[] {"ServiceUnavailableException", "Bedrock is unable to process your request."};
            default ->
                new String[] {"InternalServerException", "The system encountered an unexpected error during processing."
                };
        };
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        String name = switch (error) {
            case RATE_LIMIT, QUOTA -> "throttlingException";
            case BAD_REQUEST -> "validationException";
            case UNAVAILABLE, OVERLOADED -> "serviceUnavailableException";
            case TIMEOUT -> "modelTimeoutException";
            default -> "internalServerException";
        };
        return Part.event(EventStream.EXCEPTION + name, Json.object("message", nameAndMessage(error)[1]));
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        return Map.of("x-amzn-RequestId", "sim");
    }
}
