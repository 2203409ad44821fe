package io.autobot.agent.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubRoutesTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /repos/o/r/pulls, create_pull_request, PULL_CREATE",
        "PATCH, /repos/o/r/pulls/7, update_pull_request, PULL_UPDATE",
        "PUT, /repos/o/r/pulls/7/merge, merge_pull_request, PULL_MERGE",
        "POST, /repos/o/r/pulls/7/reviews, create_review, PULL_REVIEW",
        "POST, /repos/o/r/pulls/7/comments, create_review_comment, PULL_COMMENT",
        "POST, /repos/o/r/pulls/7/requested_reviewers, request_reviewers, NONE",
        "GET, /repos/o/r/pulls, list_pull_requests, NONE",
        "GET, /repos/o/r/pulls/7, get_pull_request, NONE",
        "GET, /repos/o/r/pulls/7/files, list_pull_request_files, NONE",
        "POST, /repos/o/r/issues, create_issue, ISSUE_CREATE",
        "PATCH, /repos/o/r/issues/7, update_issue, ISSUE_UPDATE",
        "POST, /repos/o/r/issues/7/comments, create_comment, ISSUE_COMMENT",
        "POST, /repos/o/r/issues/7/labels, add_labels, NONE",
        "PUT, /repos/o/r/issues/7/lock, lock_issue, NONE",
        "PATCH, /repos/o/r/issues/comments/9, update_comment, NONE",
        "DELETE, /repos/o/r/issues/comments/9, delete_comment, NONE",
        "GET, /repos/o/r/issues, get_issues, NONE",
        "PUT, /repos/o/r/contents/a/b.txt, create_commit, COMMIT",
        "DELETE, /repos/o/r/contents/a/b.txt, delete_file, COMMIT",
        "GET, /repos/o/r/contents/, get_content, NONE",
        "POST, /repos/o/r/git/commits, create_commit, COMMIT",
        "POST, /repos/o/r/git/trees, create_tree, NONE",
        "PATCH, /repos/o/r/git/refs/heads/main, update_ref, NONE",
        "POST, /repos/o/r/merges, merge_branch, COMMIT",
        "POST, /repos/o/r/forks, create_fork, NONE",
        "GET, /repos/o/r/commits, list_commits, NONE",
        "GET, /repos/o/r/commits/abc, get_commit, NONE",
        "GET, /repos/o/r/compare/a...b, compare, NONE",
        "POST, /repos/o/r/actions/workflows/1/dispatches, dispatch_workflow, NONE",
        "POST, /repos/o/r/dispatches, repository_dispatch, NONE",
        "POST, /repos/o/r/releases, create_release, NONE",
        "POST, /repos/o/r/check-runs, create_check_run, NONE",
        "GET, /repos/o/r/check-runs/1, get_check_runs, NONE",
        "GET, /repos/o/r, get_repos, NONE",
        "GET, /repos/o/r/anything-new, other, NONE",
        "POST, /user/repos, create_repository, NONE",
        "POST, /orgs/o/repos, create_repository, NONE",
        "GET, /orgs/o, get_orgs, NONE",
        "GET, /user, get_user, NONE",
        "GET, /rate_limit, rate_limit, NONE",
        "GET, /search/code, search_code, NONE",
        "GET, /search/nonsense, other, NONE",
        "POST, /graphql, graphql, NONE",
        "GET, /, other, NONE",
        "BREW, /coffee, other, NONE",
    })
    void names(String method, String path, String operation, GithubAction action) {
        GithubRoute route = GithubRoutes.of(method, path);
        assertThat(route.operation()).isEqualTo(operation);
        assertThat(route.action()).isEqualTo(action);
        assertThat(route.repository()).isEqualTo(path.startsWith("/repos/o/r") ? "o/r" : null);
    }
}
