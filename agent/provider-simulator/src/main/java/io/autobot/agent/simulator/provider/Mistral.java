package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Usage;
import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Documents;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Part;
import io.autobot.agent.simulator.wire.Reply;
import io.autobot.agent.simulator.wire.Route;
import java.util.List;
import java.util.Map;

/** Mistral: figures on the last content chunk, padding in chunks, errors of its own, further paths. */
public final class Mistral extends OpenAi {
    private static final Map<String, String> OWN = Map.of(
            "/fim/completions", "chat/completions",
            "/agents/completions", "chat/completions",
            "/conversations", "chat/completions",
            "/ocr", "ocr");

    @Override
    public Route route(Call call) {
        for (Map.Entry<String, String> own : OWN.entrySet()) {
            if (call.method().equals("POST") && call.path().endsWith(own.getKey())) {
                String type = switch (own.getKey()) {
                    case "/fim/completions" -> "completion";
                    case "/ocr" -> "other";
                    default -> "chat";
                };
                return Route.call(own.getValue(), type, call.bodyModel(), call.asks("stream"));
            }
        }
        return super.route(call);
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        if (!route.kind().equals("ocr")) {
            return super.reply(call, route, figures, behaviour);
        }
        Map<String, Object> document = Json.object(
                "pages", List.of(Json.object("index", 0, "markdown", Documents.text(behaviour), "images", List.of())),
                "model", route.model(),
                "usage_info", Json.object("pages_processed", 1, "doc_size_bytes", 2048));
        return Reply.json(Part.of(document), route.model());
    }

    @Override
    protected Usage carried(Usage figures) {
        return new Usage(figures.fresh(), figures.cachedInput(), 0, figures.visible(), 0, 0, 0);
    }

    @Override
    protected Map<String, Object> usage(Usage usage) {
        Map<String, Object> object = plainUsage(usage);
        object.put("prompt_tokens_details", Json.object("cached_tokens", usage.cachedInput()));
        return object;
    }

    @Override
    protected boolean usageUnasked() {
        return true;
    }

    @Override
    protected void decorate(Map<String, Object> document, Usage usage, boolean streamed) {
        if (streamed) {
            document.put("p", "abcdefghijklmnop");
        }
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        return switch (error) {
            case UNAUTHORIZED, BAD_KEY ->
                Reply.error(error.status(), error.errorType(), Json.object("detail", "Unauthorized"));
            case UNPROCESSABLE ->
                Reply.error(
                        422,
                        error.errorType(),
                        Json.object(
                                "detail",
                                List.of(Json.object(
                                        "type",
                                        "missing",
                                        "loc",
                                        List.of("body", "messages"),
                                        "msg",
                                        "Field required",
                                        "input",
                                        Json.object()))));
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> OpenAiErrors.page(error);
            default -> Reply.error(error.status(), error.errorType(), body(error, route));
        };
    }

    private static Map<String, Object> body(ErrorCase error, Route route) {
        Map<String, Object> theirs = Json.at(OpenAiErrors.body(error, route.model()), "error");
        String type = switch (error) {
            case RATE_LIMIT -> "rate_limited";
            case QUOTA, PAYMENT -> "quota_exceeded";
            case NOT_FOUND -> "invalid_model";
            case CONTEXT_LENGTH, BAD_REQUEST -> "invalid_request_error";
            default -> theirs.get("type").toString();
        };
        return Json.object(
                "object",
                "error",
                "message",
                theirs.get("message"),
                "type",
                type,
                "param",
                null,
                "code",
                error.status() == 429 ? "1300" : "1500");
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return Part.of(body(error, route));
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        return behaviour.has("nolimits")
                ? Map.of("x-request-id", "sim")
                : Map.of(
                        "x-ratelimit-limit-req-minute", "60",
                        "x-ratelimit-remaining-req-minute", Long.toString(behaviour.number("remaining", 59)),
                        "x-ratelimit-limit-tokens-minute", "500000",
                        "x-ratelimit-remaining-tokens-minute", "499000",
                        "x-ratelimit-remaining-tokens-month", "999000000");
    }
}
