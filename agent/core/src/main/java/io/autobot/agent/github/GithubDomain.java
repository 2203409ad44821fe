package io.autobot.agent.github;

import io.autobot.agent.http.HttpProtocol;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;

/** GitHub as a whole: what recognises its calls, and what counts them. Any thread. */
public final class GithubDomain {
    private final GithubMetrics metrics;
    private final HttpProtocol protocol;

    /** @param hosts further hosts of GitHub Enterprise Server, as configured */
    public GithubDomain(SeriesGuard guard, Histograms histograms, Iterable<String> hosts) {
        metrics = new GithubMetrics(guard, histograms);
        protocol = new GithubProtocol(metrics, hosts);
    }

    public GithubMetrics metrics() {
        return metrics;
    }

    /** Claims the calls to GitHub. */
    public HttpProtocol protocol() {
        return protocol;
    }
}
