package io.autobot.agent.simulator.provider;

import io.autobot.agent.simulator.wire.Call;
import io.autobot.agent.simulator.wire.Json;
import io.autobot.agent.simulator.wire.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** GitHub's objects, as much of them as clients read. */
final class GitHubObjects {
    private static final String SHA = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

    private final Call call;
    private final String repository;

    private GitHubObjects(Call call, String repository) {
        this.call = call;
        this.repository = repository == null ? "sim-org/sim-repo" : repository;
    }

    static Object of(Call call, Route route, String path) {
        return new GitHubObjects(call, route.repository()).body(route.operation(), path);
    }

    private Object body(String operation, String path) {
        return switch (operation) {
            case "create_pull_request", "update_pull_request", "get_pull_request", "request_reviewers" -> pull();
            case "list_pull_requests" -> List.of(pull());
            case "list_pull_request_files" -> path.endsWith("/commits") ? List.of(commit()) : List.of(file());
            case "merge_pull_request" ->
                Json.object("sha", SHA, "merged", true, "message", "Pull Request successfully merged");
            case "create_review" ->
                Json.object("id", 80, "user", user(), "body", "", "state", "APPROVED", "commit_id", SHA);
            case "create_issue", "update_issue", "add_assignees" -> issue();
            case "create_comment", "update_comment", "create_review_comment" -> comment();
            case "add_labels" -> List.of(Json.object("id", 1, "name", "bug", "color", "f29513", "default", true));
            case "create_commit", "delete_file" ->
                path.endsWith("/git/commits") ? gitCommit() : contentCommit(operation.equals("create_commit"));
            case "get_content" -> content();
            case "create_blob", "create_tree" -> Json.object("sha", SHA, "url", link("/git/" + SHA), "tree", List.of());
            case "create_ref", "update_ref" -> ref();
            case "merge_branch", "get_commit" -> commit();
            case "list_commits" -> List.of(commit());
            case "list_branches" -> List.of(branch());
            case "compare" ->
                Json.object("status", "ahead", "ahead_by", 1, "behind_by", 0, "commits", List.of(commit()));
            case "create_status" -> Json.object("id", 1, "state", "success", "context", "sim", "creator", user());
            case "create_check_run" -> Json.object("id", 4, "name", "sim", "status", "queued", "head_sha", SHA);
            case "create_release" -> Json.object("id", 1, "tag_name", "v1", "name", "v1", "draft", false);
            case "create_repository", "create_fork" -> repository();
            case "get_user" -> user();
            case "graphql" -> Json.object("data", Json.object("viewer", Json.object("login", "sim")));
            default -> operation.startsWith("search_") ? search(operation) : unlisted(path);
        };
    }

    /** Lists for names in the plural, else what the path points at. */
    private Object unlisted(String path) {
        if (path.equals("/")) {
            return Json.object(
                    "current_user_url", call.origin() + "/user", "rate_limit_url", call.origin() + "/rate_limit");
        }
        if (path.matches("/repos/[^/]+/[^/]+")) {
            return repository();
        }
        if (path.matches(".*/issues/[0-9]+")) {
            return issue();
        }
        if (path.matches(".*/branches/.+")) {
            return branch();
        }
        if (path.matches(".*/git/(ref|refs)/.+")) {
            return ref();
        }
        if (path.matches("/users/[^/]+")) {
            return user();
        }
        if (path.matches("/orgs/[^/]+")) {
            return Json.object("login", path.substring(path.lastIndexOf('/') + 1), "id", 2, "type", "Organization");
        }
        if (path.endsWith("/issues")) {
            return List.of(issue());
        }
        return path.endsWith("s") ? new ArrayList<>() : Json.object("id", 1);
    }

    private Object search(String operation) {
        Object item = operation.equals("search_repositories") ? repository() : issue();
        return Json.object("total_count", 1, "incomplete_results", false, "items", List.of(item));
    }

    private String link(String tail) {
        return call.origin() + "/repos/" + repository + tail;
    }

    private String given(String name, String otherwise) {
        String value = Json.text(call.json(), name);
        return value == null ? otherwise : value;
    }

    private static Map<String, Object> user() {
        return Json.object("login", "sim", "id", 1, "node_id", "U_1", "type", "User", "site_admin", false);
    }

    private Map<String, Object> repository() {
        String[] ownerAndName = repository.split("/");
        Map<String, Object> owner = user();
        owner.put("login", ownerAndName[0]);
        return Json.object(
                "id",
                1296269,
                "node_id",
                "R_1",
                "name",
                given("name", ownerAndName[1]),
                "full_name",
                repository,
                "owner",
                owner,
                "private",
                false,
                "url",
                link(""),
                "html_url",
                "https://github.com/" + repository,
                "default_branch",
                "main",
                "permissions",
                Json.object("admin", true, "push", true, "pull", true));
    }

    private Map<String, Object> issue() {
        return Json.object(
                "url",
                link("/issues/4"),
                "html_url",
                "https://github.com/" + repository + "/issues/4",
                "id",
                1382170832,
                "node_id",
                "I_1",
                "number",
                4,
                "title",
                given("title", "An issue"),
                "user",
                user(),
                "labels",
                List.of(),
                "state",
                given("state", "open"),
                "locked",
                false,
                "assignee",
                null,
                "assignees",
                List.of(),
                "milestone",
                null,
                "comments",
                0,
                "created_at",
                Replies.CREATED_AT,
                "updated_at",
                Replies.CREATED_AT,
                "closed_at",
                null,
                "body",
                given("body", ""));
    }

    private Map<String, Object> pull() {
        Map<String, Object> pull = issue();
        pull.put("url", link("/pulls/4"));
        pull.put("html_url", "https://github.com/" + repository + "/pull/4");
        pull.put("head", side("topic"));
        pull.put("base", side("main"));
        pull.put("draft", false);
        pull.put("merged", false);
        pull.put("mergeable", true);
        pull.put("commits", 1);
        return pull;
    }

    private Map<String, Object> side(String name) {
        return Json.object("label", "sim:" + name, "ref", name, "sha", SHA, "user", user(), "repo", repository());
    }

    private Map<String, Object> comment() {
        return Json.object(
                "id",
                1,
                "url",
                link("/issues/comments/1"),
                "body",
                given("body", ""),
                "user",
                user(),
                "created_at",
                Replies.CREATED_AT,
                "updated_at",
                Replies.CREATED_AT);
    }

    private Map<String, Object> commit() {
        Object author = Json.object("name", "sim", "email", "sim@example.org", "date", Replies.CREATED_AT);
        Object commit = Json.object(
                "author",
                author,
                "committer",
                author,
                "message",
                given("message", "change"),
                "tree",
                Json.object("sha", SHA, "url", link("/git/trees/" + SHA)),
                "comment_count",
                0);
        return Json.object(
                "sha", SHA,
                "url", link("/commits/" + SHA),
                "commit", commit,
                "author", user(),
                "committer", user(),
                "parents", List.of());
    }

    private Map<String, Object> gitCommit() {
        Object author = Json.object("name", "sim", "email", "sim@example.org", "date", Replies.CREATED_AT);
        return Json.object(
                "sha", SHA,
                "url", link("/git/commits/" + SHA),
                "author", author,
                "committer", author,
                "message", given("message", "change"),
                "tree", Json.object("sha", SHA, "url", link("/git/trees/" + SHA)),
                "parents", List.of());
    }

    private Map<String, Object> contentCommit(boolean kept) {
        return Json.object("content", kept ? content() : null, "commit", gitCommit());
    }

    private Map<String, Object> content() {
        return Json.object(
                "type", "file",
                "encoding", "base64",
                "size", 3,
                "name", "a.txt",
                "path", "a.txt",
                "content", "c2lt",
                "sha", SHA,
                "url", link("/contents/a.txt?ref=main"));
    }

    private Map<String, Object> file() {
        return Json.object(
                "sha", SHA, "filename", "a.txt", "status", "added", "additions", 1, "deletions", 0, "changes", 1);
    }

    private Map<String, Object> ref() {
        return Json.object(
                "ref", given("ref", "refs/heads/topic"),
                "url", link("/git/refs/heads/topic"),
                "object", Json.object("type", "commit", "sha", SHA, "url", link("/git/commits/" + SHA)));
    }

    private Map<String, Object> branch() {
        return Json.object(
                "name", "main", "commit", Json.object("sha", SHA, "url", link("/commits/" + SHA)), "protected", false);
    }
}
