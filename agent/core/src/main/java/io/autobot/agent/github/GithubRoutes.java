package io.autobot.agent.github;

import java.util.Locale;
import java.util.Set;

/**
 * Names a call by its method and path (GitHub's REST API, version 2022-11-28). What the table does not have is
 * {@code <method>_<resource>} of a fixed list of resources, else {@code other}. Any thread.
 */
final class GithubRoutes {
    static final String OTHER = "other";

    private static final String CORE = "core";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Set<String> RESOURCES = Set.of(
            "actions",
            "app",
            "apps",
            "assignees",
            "autolinks",
            "branches",
            "check_runs",
            "check_suites",
            "code_scanning",
            "codeowners",
            "collaborators",
            "comments",
            "commits",
            "community",
            "compare",
            "contents",
            "contributors",
            "dependabot",
            "dependency_graph",
            "deployments",
            "emojis",
            "enterprises",
            "environments",
            "events",
            "forks",
            "gists",
            "git",
            "gitignore",
            "hooks",
            "installation",
            "interaction_limits",
            "invitations",
            "issues",
            "keys",
            "labels",
            "languages",
            "license",
            "licenses",
            "markdown",
            "merge_upstream",
            "merges",
            "meta",
            "milestones",
            "notifications",
            "orgs",
            "packages",
            "pages",
            "projects",
            "properties",
            "pulls",
            "rate_limit",
            "readme",
            "releases",
            "repos",
            "rules",
            "rulesets",
            "search",
            "secret_scanning",
            "security_advisories",
            "stargazers",
            "stats",
            "statuses",
            "subscribers",
            "subscription",
            "tags",
            "tarball",
            "teams",
            "topics",
            "traffic",
            "transfer",
            "user",
            "users",
            "vulnerability_alerts",
            "zipball");

    private static final Set<String> SEARCHES =
            Set.of("code", "commits", "issues", "labels", "repositories", "topics", "users");

    private GithubRoutes() {}

    /**
     * @param method in upper case
     * @param path after the prefix of the API, without query
     */
    static GithubRoute of(String method, String path) {
        String[] steps = (path.startsWith("/") ? path.substring(1) : path).split("/");
        if (steps.length >= 3 && steps[0].equals("repos")) {
            return inRepository(method, steps, steps[1] + "/" + steps[2]);
        }
        String first = steps.length == 0 ? "" : steps[0];
        switch (first) {
            case "graphql":
                return new GithubRoute("graphql", GithubAction.NONE, null, "graphql");
            case "search": {
                String kind = steps.length > 1 ? steps[1] : "";
                return new GithubRoute(
                        SEARCHES.contains(kind) ? "search_" + kind : OTHER,
                        GithubAction.NONE,
                        null,
                        kind.equals("code") ? "code_search" : "search");
            }
            case "rate_limit":
                return plain("rate_limit", null);
            case "user":
                if (steps.length == 1 && method.equals("GET")) {
                    return plain("get_user", null);
                }
                return method.equals("POST") && steps.length == 2 && steps[1].equals("repos")
                        ? plain("create_repository", null)
                        : plain(generic(method, first), null);
            case "orgs":
                return method.equals("POST") && steps.length == 3 && steps[2].equals("repos")
                        ? plain("create_repository", null)
                        : plain(generic(method, first), null);
            default:
                return plain(generic(method, first), null);
        }
    }

    private static GithubRoute plain(String operation, String repository) {
        return new GithubRoute(operation, GithubAction.NONE, repository, CORE);
    }

    private static String generic(String method, String resource) {
        String word = resource.replace('-', '_');
        String verb = method.toLowerCase(Locale.ROOT);
        return METHODS.contains(verb) && RESOURCES.contains(word) ? verb + "_" + word : OTHER;
    }

    private static GithubRoute inRepository(String method, String[] steps, String repository) {
        String resource = steps.length > 3 ? steps[3] : "repos";
        GithubRoute known = switch (resource) {
            case "pulls" -> pulls(method, steps, repository);
            case "issues" -> issues(method, steps, repository);
            case "contents" -> contents(method, repository);
            case "git" -> git(method, steps, repository);
            default -> named(method, resource, steps, repository);
        };
        return known != null ? known : plain(generic(method, resource), repository);
    }

    private static GithubRoute doing(String operation, GithubAction action, String repository) {
        return new GithubRoute(operation, action, repository, CORE);
    }

    private static GithubRoute pulls(String method, String[] steps, String repository) {
        if (steps.length == 4) {
            return switch (method) {
                case "POST" -> doing("create_pull_request", GithubAction.PULL_CREATE, repository);
                case "GET" -> plain("list_pull_requests", repository);
                default -> null;
            };
        }
        if (steps.length == 5) {
            return switch (method) {
                case "PATCH" -> doing("update_pull_request", GithubAction.PULL_UPDATE, repository);
                case "GET" -> plain("get_pull_request", repository);
                default -> null;
            };
        }
        return switch (method + " " + steps[5]) {
            case "PUT merge" -> doing("merge_pull_request", GithubAction.PULL_MERGE, repository);
            case "POST reviews" ->
                steps.length == 6 ? doing("create_review", GithubAction.PULL_REVIEW, repository) : null;
            case "POST comments" -> doing("create_review_comment", GithubAction.PULL_COMMENT, repository);
            case "POST requested_reviewers" -> plain("request_reviewers", repository);
            case "GET files", "GET commits" -> plain("list_pull_request_files", repository);
            default -> null;
        };
    }

    private static GithubRoute issues(String method, String[] steps, String repository) {
        if (steps.length == 4) {
            return method.equals("POST") ? doing("create_issue", GithubAction.ISSUE_CREATE, repository) : null;
        }
        if (steps[4].equals("comments")) {
            return switch (method) {
                case "PATCH" -> plain("update_comment", repository);
                case "DELETE" -> plain("delete_comment", repository);
                default -> null;
            };
        }
        if (steps.length == 5) {
            return method.equals("PATCH") ? doing("update_issue", GithubAction.ISSUE_UPDATE, repository) : null;
        }
        return switch (method + " " + steps[5]) {
            case "POST comments" -> doing("create_comment", GithubAction.ISSUE_COMMENT, repository);
            case "POST labels" -> plain("add_labels", repository);
            case "POST assignees" -> plain("add_assignees", repository);
            case "PUT lock" -> plain("lock_issue", repository);
            default -> null;
        };
    }

    private static GithubRoute contents(String method, String repository) {
        return switch (method) {
            case "PUT" -> doing("create_commit", GithubAction.COMMIT, repository);
            case "DELETE" -> doing("delete_file", GithubAction.COMMIT, repository);
            case "GET" -> plain("get_content", repository);
            default -> null;
        };
    }

    private static GithubRoute git(String method, String[] steps, String repository) {
        String kind = steps.length > 4 ? steps[4] : "";
        return switch (method + " " + kind) {
            case "POST commits" -> doing("create_commit", GithubAction.COMMIT, repository);
            case "POST blobs" -> plain("create_blob", repository);
            case "POST trees" -> plain("create_tree", repository);
            case "POST refs" -> plain("create_ref", repository);
            case "POST tags" -> plain("create_tag", repository);
            case "PATCH refs" -> plain("update_ref", repository);
            default -> null;
        };
    }

    private static GithubRoute named(String method, String resource, String[] steps, String repository) {
        String last = steps[steps.length - 1];
        return switch (method + " " + resource) {
            case "POST merges" -> doing("merge_branch", GithubAction.COMMIT, repository);
            case "POST forks" -> plain("create_fork", repository);
            case "GET commits" ->
                steps.length == 4
                        ? plain("list_commits", repository)
                        : steps.length == 5 ? plain("get_commit", repository) : null;
            case "GET branches" -> steps.length == 4 ? plain("list_branches", repository) : null;
            case "GET compare" -> plain("compare", repository);
            case "POST statuses" -> plain("create_status", repository);
            case "POST check-runs" -> steps.length == 4 ? plain("create_check_run", repository) : null;
            case "POST actions" -> last.equals("dispatches") ? plain("dispatch_workflow", repository) : null;
            case "POST dispatches" -> plain("repository_dispatch", repository);
            case "POST releases" -> steps.length == 4 ? plain("create_release", repository) : null;
            default -> null;
        };
    }
}
