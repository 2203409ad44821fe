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
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ollama: streams unless told not to; figures on the line with {@code done}, and the OpenAI shape under /v1. */
public final class Ollama implements Provider {
    private static final Pattern NATIVE = Pattern.compile(".*/api/([a-z]+)");
    private final OpenAi openAi = new PlainOpenAi();

    /** Each model that was called; none is ever unloaded. */
    private final Set<String> loaded = new ConcurrentSkipListSet<>();

    @Override
    public Route route(Call call) {
        Matcher path = NATIVE.matcher(call.path());
        if (!path.matches()) {
            return call.path().equals("/") ? Route.other("root") : openAi.route(call);
        }
        boolean streamed = !Boolean.FALSE.equals(call.json().get("stream"));
        return switch (path.group(1)) {
            case "chat" -> Route.call("chat", "chat", call.bodyModel(), streamed);
            case "generate" -> Route.call("generate", "completion", call.bodyModel(), streamed);
            case "embed", "embeddings" -> Route.call(path.group(1), "embedding", call.bodyModel(), false);
            default -> Route.other("api/" + path.group(1));
        };
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        if (route.requestType() != null && route.model() != null) {
            loaded.add(route.model());
        }
        return switch (route.kind()) {
            case "chat", "generate" -> text(route, figures.plain(), behaviour);
            case "embed" -> embed(call, route, figures.plain().inputOnly(), behaviour);
            // The older path counts nothing.
            case "embeddings" ->
                call.path().contains("/api/")
                        ? Reply.json(
                                Part.of(Json.object(
                                        "embedding", Replies.vectors(1).get(0))),
                                null)
                        : openAi.reply(call, route, figures, behaviour);
            case "root" -> Reply.json(Part.of("Ollama is running"), null).contentType("text/plain");
            default ->
                route.kind().startsWith("api/")
                        ? Reply.json(Part.of(admin(route.kind(), loaded)), null)
                        : openAi.reply(call, route, figures, behaviour);
        };
    }

    private static Reply text(Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        Usage usage = Replies.unlessSilent(figures, behaviour);
        if (!route.streamed()) {
            Map<String, Object> document = line(route, model, Documents.text(behaviour), true, behaviour);
            end(document, usage);
            return Reply.json(Part.of(document).carrying(usage), model).contentType("application/json; charset=utf-8");
        }
        List<Part> parts = new ArrayList<>();
        for (String word : Documents.words(behaviour)) {
            parts.add(Part.of(line(route, model, word, false, behaviour)).text());
        }
        if (Documents.callsTool(behaviour) && route.kind().equals("chat")) {
            parts.add(Part.of(line(route, model, "", true, behaviour)));
        }
        Map<String, Object> last = line(route, model, "", false, behaviour);
        end(last, usage);
        parts.add(Part.of(last).carrying(usage));
        return Reply.stream("application/x-ndjson", Framing.LINES, parts, model);
    }

    private static Map<String, Object> line(
            Route route, String model, String text, boolean tools, Behaviour behaviour) {
        Map<String, Object> line = Replies.compact("model", model, "created_at", "2025-10-09T08:53:20.123456Z");
        if (route.kind().equals("chat")) {
            Map<String, Object> message = Json.object("role", "assistant", "content", text);
            if (tools && Documents.callsTool(behaviour)) {
                Object function = Json.object("name", "get_weather", "arguments", Documents.toolArguments());
                message.put("tool_calls", List.of(Json.object("function", function)));
            }
            line.put("message", message);
        } else {
            line.put("response", text);
        }
        line.put("done", false);
        return line;
    }

    private static void end(Map<String, Object> line, Usage usage) {
        line.put("done", true);
        line.put("done_reason", "stop");
        line.put("total_duration", 1_897_385_625L);
        line.put("load_duration", 1_631_208L);
        if (usage != null) {
            line.put("prompt_eval_count", usage.input());
            line.put("prompt_eval_duration", 313_560_000L);
            line.put("eval_count", usage.output());
            line.put("eval_duration", 1_577_990_000L);
        }
    }

    private static Reply embed(Call call, Route route, Usage figures, Behaviour behaviour) {
        String model = Replies.model(route, behaviour);
        Usage usage = Replies.unlessSilent(figures, behaviour);
        return Reply.json(
                Part.of(Replies.compact(
                                "model",
                                model,
                                "embeddings",
                                Replies.vectors(Replies.texts(call, "input")),
                                "total_duration",
                                14_143_917L,
                                "load_duration",
                                1_019_500L,
                                "prompt_eval_count",
                                usage == null ? null : usage.input()))
                        .carrying(usage),
                model);
    }

    private static Map<String, Object> model(String name) {
        return Json.object(
                "name",
                name,
                "model",
                name,
                "modified_at",
                Replies.CREATED_AT,
                "size",
                4_661_224_676L,
                "digest",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "details",
                Json.object(
                        "parent_model", "",
                        "format", "gguf",
                        "family", "llama",
                        "families", List.of("llama"),
                        "parameter_size", "8.0B",
                        "quantization_level", "Q4_0"));
    }

    private static Map<String, Object> inMemory(String name) {
        Map<String, Object> model = model(name);
        model.put("expires_at", "2030-01-01T00:00:00Z");
        model.put("size_vram", 4_661_224_676L);
        return model;
    }

    private static Object admin(String kind, Set<String> loaded) {
        return switch (kind) {
            case "api/tags" -> Json.object("models", List.of(model("llama3:latest")));
            case "api/ps" ->
                Json.object("models", loaded.stream().map(Ollama::inMemory).toList());
            case "api/version" -> Json.object("version", "0.12.3");
            case "api/show" ->
                Json.object(
                        "modelfile",
                        "",
                        "parameters",
                        "",
                        "template",
                        "",
                        "details",
                        model("llama3:latest").get("details"));
            default -> Json.object("status", "success");
        };
    }

    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        return call.path().contains("/api/")
                ? Reply.error(error.status(), error.errorType(), body(error, route))
                : openAi.error(call, route, error);
    }

    private static Map<String, Object> body(ErrorCase error, Route route) {
        String message = switch (error) {
            case NOT_FOUND -> "model '" + route.model() + "' not found";
            case CONTEXT_LENGTH, TOO_LARGE -> "the input length exceeds the context length";
            case CONTENT_FILTER -> "content_filter";
            case UNAVAILABLE, OVERLOADED -> "server busy, please try again. maximum pending requests exceeded";
            case BAD_REQUEST, UNPROCESSABLE -> "invalid options: temprature";
            case UNAUTHORIZED, FORBIDDEN, BAD_KEY -> "unauthorized";
            default -> "llama runner process has terminated: exit status 2";
        };
        return Json.object("error", message);
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return call.path().contains("/api/") ? Part.of(body(error, route)) : openAi.midStream(call, route, error);
    }
}
