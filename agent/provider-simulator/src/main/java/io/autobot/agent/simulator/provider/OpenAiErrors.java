package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Framing;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.List;
import java.util.Map;

/** OpenAI's error bodies. */
final class OpenAiErrors {
    private OpenAiErrors() {}

    static Reply reply(Call call, Route route, ErrorCase error) {
        return switch (error) {
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> page(error);
            default -> Reply.error(error.status(), error.errorType(), body(error, route.model()));
        };
    }

    /** The page of a proxy in front of the provider. */
    static Reply page(ErrorCase error) {
        String title = error == ErrorCase.BAD_GATEWAY ? "502 Bad Gateway" : error.status() + " Gateway Time-out";
        String html = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n";
        return new Reply(
                error.status(), Map.of(), "text/html", Framing.PLAIN, List.of(Part.of(html)), null, error.errorType());
    }

    static Map<String, Object> body(ErrorCase error, String model) {
        return switch (error) {
            case BAD_REQUEST ->
                body(
                        "Missing required parameter: 'messages'.",
                        "invalid_request_error",
                        "messages",
                        "missing_required_parameter");
            case CONTEXT_LENGTH, TOO_LARGE ->
                body(
                        "This model's maximum context length is 128000 tokens. However, your messages resulted in 150021"
                                + " tokens. Please reduce the length of the messages.",
                        "invalid_request_error",
                        "messages",
                        "context_length_exceeded");
            case CONTENT_FILTER ->
                body(
                        "Your request was rejected as a result of our safety system.",
                        "invalid_request_error",
                        null,
                        "content_policy_violation");
            case BAD_KEY, UNAUTHORIZED ->
                body(
                        "Incorrect API key provided: sk-sim. You can find your API key at"
                                + " https://platform.openai.com/account/api-keys.",
                        "invalid_request_error",
                        null,
                        "invalid_api_key");
            case PAYMENT -> body("Insufficient Balance", "unknown_error", null, "invalid_request_error");
            case FORBIDDEN ->
                body("You are not allowed to sample from this model", "permission_error", null, "permission_denied");
            case NOT_FOUND ->
                body(
                        "The model `" + model + "` does not exist or you do not have access to it.",
                        "invalid_request_error",
                        null,
                        "model_not_found");
            case METHOD ->
                body("Only POST requests are accepted.", "invalid_request_error", null, "method_not_supported");
            case TIMEOUT -> body("Request timed out.", "timeout_error", null, null);
            case UNPROCESSABLE ->
                body("Invalid value for 'temperature'.", "invalid_request_error", "temperature", null);
            case RATE_LIMIT ->
                body(
                        "Rate limit reached for " + model
                                + " in organization org-sim on requests per min (RPM): Limit 3,"
                                + " Used 3, Requested 1. Please try again in 20s.",
                        "requests",
                        null,
                        "rate_limit_exceeded");
            case QUOTA ->
                body(
                        "You exceeded your current quota, please check your plan and billing details.",
                        "insufficient_quota",
                        null,
                        "insufficient_quota");
            case UNAVAILABLE, OVERLOADED ->
                body(
                        "The engine is currently overloaded, please try again later",
                        "server_error",
                        null,
                        "engine_overloaded");
            default ->
                body(
                        "The server had an error while processing your request. Sorry about that!",
                        "server_error",
                        null,
                        null);
        };
    }

    private static Map<String, Object> body(String message, String type, String param, String code) {
        return Json.object("error", Json.object("message", message, "type", type, "param", param, "code", code));
    }
}
