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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azure OpenAI: the deployment in the path is what is asked for, the reply names a model; the first chunk of a stream
 * is about the prompt's filter alone.
 */
public final class Azure extends OpenAi {
    private static final Pattern DEPLOYMENT = Pattern.compile(".*/openai/deployments/([^/]+)/.*");
    private static final String MODEL = "gpt-4o-mini-2024-07-18";

    @Override
    protected String requestModel(Call call) {
        Matcher path = DEPLOYMENT.matcher(call.path());
        return path.matches() ? path.group(1) : call.bodyModel();
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        boolean named = behaviour.has("model") || route.requestType() == null;
        return super.reply(call, route, figures, named ? behaviour : behaviour.replyModel(MODEL));
    }

    @Override
    protected List<Part> preamble() {
        return List.of(Part.of(Json.object(
                "choices",
                List.of(),
                "created",
                0,
                "id",
                "",
                "model",
                "",
                "object",
                "",
                "prompt_filter_results",
                List.of(Json.object("prompt_index", 0, "content_filter_results", filters(false))))));
    }

    private static Map<String, Object> filters(boolean filtered) {
        Map<String, Object> filters = new LinkedHashMap<>();
        for (String name : List.of("hate", "self_harm", "sexual", "violence")) {
            boolean hit = filtered && name.equals("violence");
            filters.put(name, Json.object("filtered", hit, "severity", hit ? "high" : "safe"));
        }
        return filters;
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        return switch (error) {
            case CONTENT_FILTER -> {
                Map<String, Object> body = error(
                        "content_filter",
                        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.");
                Json.at(body, "error").put("param", "prompt");
                Json.at(body, "error").put("status", 400);
                Json.at(body, "error")
                        .put(
                                "innererror",
                                Json.object(
                                        "code",
                                        "ResponsibleAIPolicyViolation",
                                        "content_filter_result",
                                        filters(true)));
                yield Reply.error(400, error.errorType(), body);
            }
            case NOT_FOUND ->
                refusal(error, "DeploymentNotFound", "The API deployment for this resource does not exist.");
            case UNAUTHORIZED, BAD_KEY ->
                refusal(error, "401", "Access denied due to invalid subscription key or wrong API endpoint.");
            case RATE_LIMIT ->
                refusal(
                        error,
                        "429",
                        "Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-02-01 have"
                                + " exceeded call rate limit of your current OpenAI S0 pricing tier. Please retry after 2 seconds.");
            default -> super.error(call, route, error);
        };
    }

    private static Reply refusal(ErrorCase error, String code, String message) {
        return Reply.error(error.status(), error.errorType(), error(code, message));
    }

    private static Map<String, Object> error(String code, String message) {
        return Json.object("error", Json.object("code", code, "message", message));
    }

    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("apim-request-id", "sim");
        headers.put("x-ms-region", "East US 2");
        if (!behaviour.has("nolimits")) {
            headers.put("x-ratelimit-remaining-requests", Long.toString(behaviour.number("remaining", 118)));
            headers.put("x-ratelimit-remaining-tokens", "119968");
        }
        return headers;
    }
}
