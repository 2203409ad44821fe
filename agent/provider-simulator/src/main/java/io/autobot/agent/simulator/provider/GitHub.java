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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** GitHub: REST and GraphQL, also under a GitHub Enterprise prefix, with rate limits that count down. */
public final class GitHub implements Provider {
    private static final int LIMIT = 5000;
    private static final long RESET = 1_893_456_000L;

    private final Map<String, AtomicInteger> used = new ConcurrentHashMap<>();

    @Override
    public Route route(Call call) {
        return GitHubRoutes.find(call.method(), tail(call));
    }

    private static String tail(Call call) {
        return call.path().replaceFirst("^/api/(v3(?=/)|(?=graphql))", "").replaceFirst("^(?!/)", "/");
    }

    @Override
    public Reply reply(Call call, Route route, Usage figures, Behaviour behaviour) {
        Object body = route.operation().equals("rate_limit") ? rateLimits() : GitHubObjects.of(call, route, tail(call));
        int status = GitHubRoutes.status(route.operation());
        Reply reply = status == 204
                ? Reply.json(Part.of(""), null)
                : Reply.json(Part.of(body), null).contentType("application/json; charset=utf-8");
        return reply.status(status);
    }

    private Map<String, Object> rateLimits() {
        Map<String, Object> resources = new LinkedHashMap<>();
        for (String resource : new String[] {"core", "search", "graphql", "integration_manifest"}) {
            resources.put(resource, limit(resource));
        }
        return Json.object("resources", resources, "rate", limit("core"));
    }

    private Map<String, Object> limit(String resource) {
        int count = count(resource).get();
        return Json.object("limit", LIMIT, "used", count, "remaining", LIMIT - count, "reset", RESET);
    }

    private AtomicInteger count(String resource) {
        return used.computeIfAbsent(resource, r -> new AtomicInteger());
    }

    private static String resource(Call call) {
        String path = tail(call);
        return path.startsWith("/graphql") ? "graphql" : path.startsWith("/search/") ? "search" : "core";
    }

    /** GraphQL tells what failed inside a 200. */
    @Override
    public Reply error(Call call, Route route, ErrorCase error) {
        String documentation = "https://docs.github.com/rest";
        String message = switch (error) {
            case UNAUTHORIZED, BAD_KEY -> "Bad credentials";
            case FORBIDDEN -> "Resource not accessible by personal access token";
            case NOT_FOUND -> "Not Found";
            case UNPROCESSABLE -> "Validation Failed";
            case RATE_LIMIT ->
                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
            case QUOTA -> "API rate limit exceeded for user ID 1.";
            case BAD_REQUEST -> "Problems parsing JSON";
            default -> "Server Error";
        };
        if (error == ErrorCase.BAD_GATEWAY) {
            return OpenAiErrors.page(error).failing(null);
        }
        if (route.operation().equals("graphql") && (error == ErrorCase.QUOTA || error == ErrorCase.NOT_FOUND)) {
            String type = error == ErrorCase.QUOTA ? "RATE_LIMITED" : "NOT_FOUND";
            Object errors = List.of(Json.object("type", type, "message", message));
            return Reply.error(200, null, Json.object("data", null, "errors", errors));
        }
        Map<String, Object> body = Json.object("message", message, "documentation_url", documentation);
        if (error == ErrorCase.UNPROCESSABLE) {
            body.put("errors", List.of(Json.object("resource", "Issue", "code", "missing_field", "field", "title")));
        }
        body.put("status", Integer.toString(error.status()));
        Reply reply = Reply.error(error.status(), null, body).contentType("application/json; charset=utf-8");
        return error == ErrorCase.RATE_LIMIT ? reply.headers(Map.of("Retry-After", "30")) : reply;
    }

    @Override
    public Part midStream(Call call, Route route, ErrorCase error) {
        return null;
    }

    /** Counts the request, unless it asks for the limits themselves. The quota case has nothing left. */
    @Override
    public Map<String, String> headers(Call call, Route route, Usage usage, Behaviour behaviour) {
        if (behaviour.has("nolimits")) {
            return Map.of();
        }
        String resource = resource(call);
        int count = route.operation().equals("rate_limit")
                ? count(resource).get()
                : count(resource).incrementAndGet();
        long remaining = behaviour.error() == ErrorCase.QUOTA ? 0 : behaviour.number("remaining", LIMIT - count);
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(LIMIT),
                "X-RateLimit-Remaining", Long.toString(remaining),
                "X-RateLimit-Used", Long.toString(LIMIT - remaining),
                "X-RateLimit-Reset", Long.toString(RESET),
                "X-RateLimit-Resource", resource,
                "X-GitHub-Request-Id", "SIM:1");
    }
}
