package io.autobot.agent.github;

import io.autobot.agent.framing.JsonBody;
import io.autobot.agent.http.ByteSink;
import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpHeaders;
import io.autobot.agent.json.JsonListener;
import io.autobot.agent.json.JsonPaths;
import io.autobot.agent.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One call to GitHub. */
final class GithubCall implements HttpConversation {
    private static final int STATE = 0;
    private static final int ERRORS = 1;
    private static final JsonPaths REQUEST =
            new JsonPaths.Builder().want(STATE, "state").build();
    private static final JsonPaths REPLY =
            new JsonPaths.Builder().want(ERRORS, "errors[]").build();

    private static final int MAX_RESOURCE = 40;

    private final GithubMetrics metrics;
    private final GithubRoute route;
    private final boolean certain;
    private final long startNanos = System.nanoTime();
    private volatile int status;
    private volatile boolean confirmed;
    private volatile boolean closes;
    private volatile boolean hasErrors;

    /** @param certain whether the host leaves no doubt that it is GitHub's */
    GithubCall(GithubMetrics metrics, GithubRoute route, boolean certain) {
        this.metrics = metrics;
        this.route = route;
        this.certain = certain;
    }

    @Override
    public ByteSink requestBody(String contentType) {
        if (route.action() == route.action().closing()) {
            return null;
        }
        return JsonBody.whole(new JsonScanner(REQUEST, new JsonListener() {
            @Override
            public void text(int leaf, byte[] utf8, int length) {
                closes = new String(utf8, 0, length, StandardCharsets.UTF_8).equals("closed");
            }
        }));
    }

    @Override
    public ByteSink responseHead(int code, HttpHeaders headers) {
        status = code;
        confirmed =
                certain || headers.first("x-github-request-id") != null || headers.first("x-github-media-type") != null;
        if (!confirmed) {
            return null;
        }
        limit(headers);
        return route.operation().equals("graphql")
                ? JsonBody.whole(new JsonScanner(REPLY, new JsonListener() {
                    @Override
                    public void container(int leaf) {
                        hasErrors = true;
                    }
                }))
                : null;
    }

    private void limit(HttpHeaders headers) {
        String left = headers.first("x-ratelimit-remaining");
        if (left == null || left.isEmpty() || left.length() > 9 || !left.chars().allMatch(Character::isDigit)) {
            return;
        }
        String named = headers.first("x-ratelimit-resource");
        boolean usable = named != null && !named.isEmpty() && named.length() <= MAX_RESOURCE;
        metrics.remaining(usable ? named.toLowerCase(Locale.ROOT) : route.resource(), Integer.parseInt(left));
    }

    @Override
    public void ended(Ending ending, Throwable failure) {
        if (!certain && !confirmed) {
            return;
        }
        boolean answered = status / 100 == 2 || status == 302 || status == 304;
        boolean successful = answered && !hasErrors && ending != Ending.FAILED;
        metrics.ended(route, successful, System.nanoTime() - startNanos);
        GithubAction action = closes ? route.action().closing() : route.action();
        // A merge of what is merged already answers 204: no commit was made, and nothing failed.
        if (action != GithubAction.NONE && !(action == GithubAction.COMMIT && status == 204)) {
            metrics.did(action, route.repository(), successful);
        }
    }
}
