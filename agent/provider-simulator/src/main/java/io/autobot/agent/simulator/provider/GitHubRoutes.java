package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.wire.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub's routes and what each is called in the metrics contract. The first that fits wins. */
final class GitHubRoutes {
    private static final Pattern REPOSITORY = Pattern.compile("/repos/([^/]+/[^/]+)(?:/.*)?");

    private static final Set<String> CREATED = Set.of(
            "create_pull_request",
            "create_issue",
            "create_commit",
            "create_comment",
            "create_review_comment",
            "create_blob",
            "create_tree",
            "create_ref",
            "create_tag",
            "merge_branch",
            "create_status",
            "create_check_run",
            "create_release",
            "create_repository",
            "request_reviewers",
            "add_assignees");

    private static final Set<String> EMPTY =
            Set.of("lock_issue", "delete_comment", "dispatch_workflow", "repository_dispatch");

    private record Entry(String method, Pattern path, String operation) {}

    private static final List<Entry> TABLE = new ArrayList<>();

    static {
        repository("POST", "/pulls", "create_pull_request");
        repository("PATCH", "/pulls/{n}", "update_pull_request");
        repository("PUT", "/pulls/{n}/merge", "merge_pull_request");
        repository("POST", "/pulls/{n}/reviews", "create_review");
        repository("POST", "/pulls/{n}/comments", "create_review_comment");
        repository("POST", "/pulls/{n}/requested_reviewers", "request_reviewers");
        repository("GET", "/pulls", "list_pull_requests");
        repository("GET", "/pulls/{n}", "get_pull_request");
        repository("GET", "/pulls/{n}/(?:files|commits)", "list_pull_request_files");
        repository("POST", "/issues", "create_issue");
        repository("PATCH", "/issues/comments/{n}", "update_comment");
        repository("DELETE", "/issues/comments/{n}", "delete_comment");
        repository("PATCH", "/issues/{n}", "update_issue");
        repository("POST", "/issues/{n}/comments", "create_comment");
        repository("POST", "/issues/{n}/labels", "add_labels");
        repository("POST", "/issues/{n}/assignees", "add_assignees");
        repository("PUT", "/issues/{n}/lock", "lock_issue");
        repository("PUT", "/contents/.+", "create_commit");
        repository("DELETE", "/contents/.+", "delete_file");
        repository("GET", "/contents(?:/.*)?", "get_content");
        repository("POST", "/git/commits", "create_commit");
        repository("POST", "/git/blobs", "create_blob");
        repository("POST", "/git/trees", "create_tree");
        repository("POST", "/git/refs", "create_ref");
        repository("POST", "/git/tags", "create_tag");
        repository("PATCH", "/git/refs/.+", "update_ref");
        repository("POST", "/merges", "merge_branch");
        repository("POST", "/forks", "create_fork");
        repository("GET", "/commits", "list_commits");
        repository("GET", "/commits/[^/]+", "get_commit");
        repository("GET", "/branches", "list_branches");
        repository("GET", "/compare/.+", "compare");
        repository("POST", "/statuses/[^/]+", "create_status");
        repository("POST", "/check-runs", "create_check_run");
        repository("POST", "/actions/workflows/[^/]+/dispatches", "dispatch_workflow");
        repository("POST", "/dispatches", "repository_dispatch");
        repository("POST", "/releases", "create_release");
        add("POST", "/user/repos", "create_repository");
        add("POST", "/orgs/[^/]+/repos", "create_repository");
        add("GET", "/rate_limit", "rate_limit");
        add("GET", "/user", "get_user");
        add("POST", "/graphql", "graphql");
    }

    private GitHubRoutes() {}

    private static void repository(String method, String tail, String operation) {
        add(method, "/repos/[^/]+/[^/]+" + tail.replace("{n}", "[0-9]+"), operation);
    }

    private static void add(String method, String path, String operation) {
        TABLE.add(new Entry(method, Pattern.compile(path), operation));
    }

    static Route find(String method, String path) {
        Matcher inRepository = REPOSITORY.matcher(path);
        String repository = inRepository.matches() ? inRepository.group(1) : null;
        for (Entry entry : TABLE) {
            if (entry.method.equals(method) && entry.path.matcher(path).matches()) {
                return Route.github(entry.operation, repository);
            }
        }
        if (method.equals("GET") && path.startsWith("/search/")) {
            return Route.github("search_" + path.substring("/search/".length()), null);
        }
        // No name in the table; the contract makes one of the method and the first word of the path, or "other".
        return Route.github("unlisted", repository);
    }

    static int status(String operation) {
        return EMPTY.contains(operation)
                ? 204
                : operation.equals("create_fork") ? 202 : CREATED.contains(operation) ? 201 : 200;
    }
}
