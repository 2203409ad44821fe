package io.autobot.agent.github;

import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpProtocol;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Claims the calls to GitHub: github.com, GitHub Enterprise Cloud with its own domain ({@code api.<name>.ghe.com}),
 * Enterprise Server where configuration names the host, and by its path ({@code /api/v3/...}) on any other host, which
 * then counts once a reply shows itself as GitHub's.
 */
final class GithubProtocol implements HttpProtocol {
    private static final String REST = "/api/v3";
    private static final String GRAPHQL = "/api/graphql";

    private final GithubMetrics metrics;
    private final Set<String> hosts = new HashSet<>();

    /** @param configured further hosts */
    GithubProtocol(GithubMetrics metrics, Iterable<String> configured) {
        this.metrics = metrics;
        for (String host : configured) {
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public HttpConversation claim(String method, String scheme, String host, int port, String path) {
        boolean own = host.equals("api.github.com") || host.equals("uploads.github.com") || isCloud(host);
        boolean named = !own && !hosts.isEmpty() && hosts.contains(host.toLowerCase(Locale.ROOT));
        boolean enterprise = path.startsWith(REST + "/") || path.equals(GRAPHQL);
        if (!own && !named && !enterprise) {
            return null;
        }
        String inApi = path.equals(GRAPHQL) ? "/graphql" : enterprise ? path.substring(REST.length()) : path;
        return new GithubCall(metrics, GithubRoutes.of(method, inApi), own || named);
    }

    private static boolean isCloud(String host) {
        return host.endsWith(".ghe.com") && (host.startsWith("api.") || host.startsWith("uploads."));
    }
}
