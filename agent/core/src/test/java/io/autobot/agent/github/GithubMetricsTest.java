package io.autobot.agent.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.autobot.agent.http.ByteSink;
import io.autobot.agent.http.HttpConversation;
import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.metrics.Exposition;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GithubMetricsTest {
    private final SeriesGuard guard = new SeriesGuard(1_000);
    private final GithubDomain github =
            new GithubDomain(guard, new Histograms(any -> null), List.of("git.corp.example"));

    private boolean call(
            String method, String host, String path, String request, int status, String reply, String... headers) {
        HttpConversation call = github.protocol().claim(method, "https", host, 443, path);
        if (call == null) {
            return false;
        }
        feed(request == null ? null : call.requestBody("application/json"), request);
        if (status > 0) {
            Map<String, String> known = new java.util.HashMap<>();
            for (int i = 0; i < headers.length; i += 2) {
                known.put(headers[i], headers[i + 1]);
            }
            feed(call.responseHead(status, known::get), reply);
        }
        call.ended(status > 0 ? Ending.COMPLETE : Ending.FAILED, null);
        return true;
    }

    private static void feed(ByteSink sink, String text) {
        if (sink != null && text != null) {
            sink.bytes(text.getBytes(UTF_8), 0, text.getBytes(UTF_8).length);
            sink.end();
        }
    }

    private Exposition scrape() {
        return Exposition.of(github.metrics());
    }

    @Test
    void callsActionsAndLimits() {
        call(
                "POST",
                "api.github.com",
                "/repos/O/r/issues",
                "{}",
                201,
                "{}",
                "x-ratelimit-remaining",
                "4882",
                "x-ratelimit-resource",
                "core");
        call("PATCH", "api.github.com", "/repos/o/R/issues/1", "{\"title\":\"state\",\"state\":\"closed\"}", 200, "{}");
        call("PATCH", "api.github.com", "/repos/o/r/issues/1", "{\"state\":\"open\"}", 200, "{}");
        call("PUT", "api.github.com", "/repos/o/r/contents/f", "{}", 409, "{}");
        call("PUT", "api.github.com", "/repos/o/r/contents/f", "{}", 201, "{}");
        call("POST", "api.github.com", "/repos/o/r/merges", "{}", 204, null);
        call("PUT", "api.github.com", "/repos/o/r/pulls/1/merge", "{}", 200, "{}");
        call("GET", "api.github.com", "/repos/o/r", null, 304, null);
        call("GET", "api.github.com", "/search/issues", null, 403, "{}", "x-ratelimit-remaining", "0");
        call("GET", "api.github.com", "/user", null, 0, null);

        assertThat(scrape().samples())
                .contains(
                        entry("autobot_github_operations_total{operation=\"create_issue\",status=\"success\"}", 1.0),
                        entry("autobot_github_operations_total{operation=\"create_issue\",status=\"failed\"}", 0.0),
                        entry("autobot_github_operations_total{operation=\"update_issue\",status=\"success\"}", 2.0),
                        entry("autobot_github_operations_total{operation=\"get_repos\",status=\"success\"}", 1.0),
                        entry("autobot_github_operations_total{operation=\"search_issues\",status=\"failed\"}", 1.0),
                        entry("autobot_github_operations_total{operation=\"get_user\",status=\"failed\"}", 1.0),
                        entry(
                                "autobot_github_issues_total{action=\"create\",repository=\"O/r\",status=\"success\"}",
                                1.0),
                        entry(
                                "autobot_github_issues_total{action=\"close\",repository=\"O/r\",status=\"success\"}",
                                1.0),
                        entry(
                                "autobot_github_issues_total{action=\"update\",repository=\"O/r\",status=\"success\"}",
                                1.0),
                        entry("autobot_github_commits_total{repository=\"O/r\",status=\"created\"}", 1.0),
                        entry("autobot_github_commits_total{repository=\"O/r\",status=\"failed\"}", 1.0),
                        entry(
                                "autobot_github_pull_requests_total{action=\"merge\",repository=\"O/r\",status=\"success\"}",
                                1.0),
                        entry("autobot_github_rate_limit_remaining{resource_type=\"core\"}", 4882.0),
                        entry("autobot_github_rate_limit_remaining{resource_type=\"search\"}", 0.0),
                        entry("autobot_github_api_duration_seconds_count{operation=\"create_commit\"}", 2.0));
    }

    @Test
    void graphQlWithErrorsFailed() {
        call(
                "POST",
                "api.github.com",
                "/graphql",
                "{}",
                200,
                "{\"data\":null,\"errors\":[{\"type\":\"RATE_LIMITED\"}]}");
        call("POST", "api.github.com", "/graphql", "{}", 200, "{\"data\":{\"errors\":[{}]},\"errors\":[]}");
        assertThat(scrape().samples())
                .contains(
                        entry("autobot_github_operations_total{operation=\"graphql\",status=\"failed\"}", 1.0),
                        entry("autobot_github_operations_total{operation=\"graphql\",status=\"success\"}", 1.0));
    }

    @Test
    void enterpriseServers() {
        assertThat(call("GET", "git.corp.example", "/api/v3/user", null, 200, "{}"))
                .isTrue();
        assertThat(call("GET", "api.acme.ghe.com", "/user", null, 200, "{}")).isTrue();
        call("GET", "unknown.example", "/api/v3/user", null, 200, "{}", "x-github-request-id", "1");
        call("POST", "unknown.example", "/api/graphql", "{}", 200, "{}", "x-github-media-type", "github.v4");
        // Somebody else's third version of an API.
        call("GET", "shop.example", "/api/v3/user", null, 200, "{}");
        call("GET", "shop.example", "/api/v3/user", null, 0, null);
        assertThat(call("GET", "shop.example", "/orders", null, 200, "{}")).isFalse();
        assertThat(scrape().samples())
                .contains(
                        entry("autobot_github_operations_total{operation=\"get_user\",status=\"success\"}", 3.0),
                        entry("autobot_github_operations_total{operation=\"get_user\",status=\"failed\"}", 0.0),
                        entry("autobot_github_operations_total{operation=\"graphql\",status=\"success\"}", 1.0));
    }

    @Test
    void pastAHundredRepositoriesTheRestIsOther() {
        for (int i = 0; i < 130; i++) {
            call("POST", "api.github.com", "/repos/o/r" + i + "/issues", "{}", 201, "{}");
        }
        Map<String, Double> issues = scrape().startingWith("autobot_github_issues_total");
        assertThat(issues).hasSize(2 * 101);
        assertThat(issues)
                .containsEntry(
                        "autobot_github_issues_total{action=\"create\",repository=\"other\",status=\"success\"}", 30.0);
        assertThat(guard.folded()).containsEntry("autobot_github_issues_total", 30L);
    }
}
