package io.autobot.agent.simulator.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.simulator.Behaviour;
import io.autobot.agent.simulator.Endpoint;
import io.autobot.agent.simulator.ErrorCase;
import io.autobot.agent.simulator.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

class GitHubApiTest extends SdkTest {
    private GitHub github;

    @Override
    void connect() {
        try {
            github = new GitHubBuilder()
                    .withEndpoint(simulator.url(Endpoint.GITHUB))
                    .withOAuthToken("token")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void clear() {
        simulator.ledger().clear();
    }

    private List<String> operations() {
        return simulator.ledger().settled().exchanges().stream()
                .map(Exchange::operation)
                .toList();
    }

    @Test
    void repositoryWork() throws IOException {
        GHRepository repository = github.getRepository("octo/hello");
        GHIssue issue = repository.createIssue("title").body("text").create();
        issue.comment("a comment");
        issue.close();
        GHPullRequest pull = repository.createPullRequest("title", "topic", "main", "text");
        pull.merge("merged");
        repository
                .createContent()
                .content("x")
                .path("a.txt")
                .message("m")
                .branch("main")
                .commit();

        assertThat(operations())
                .containsSubsequence(
                        "create_issue",
                        "create_comment",
                        "update_issue",
                        "create_pull_request",
                        "merge_pull_request",
                        "create_commit");
        assertThat(line().repository()).isEqualTo("octo/hello");
        assertThat(github.lastRateLimit().getCore().getRemaining()).isBetween(4900, 4999);
    }

    @Test
    void errors() {
        simulator.next(Behaviour.OK.error(ErrorCase.NOT_FOUND));
        assertThatThrownBy(() -> github.getRepository("octo/none")).isInstanceOf(GHFileNotFoundException.class);
    }
}
