package io.autobot.agent.github;

import io.autobot.agent.metrics.Buckets;
import io.autobot.agent.metrics.FamilyDescription;
import java.util.List;

/** The families of GitHub: names, labels and what their numbers mean. */
public final class GithubFamilies {
    private static final String CATEGORY = "github";
    private static final String REPOSITORY = "repository";
    private static final String STATUS = "status";

    /** Calls. */
    public static final FamilyDescription OPERATIONS = FamilyDescription.counter(
                    CATEGORY, "autobot_github_operations_total")
            .open("operation")
            .closed(STATUS, "success", "failed")
            .documented()
            .help(
                    "Calls of the REST and GraphQL API that ended. 2xx, 302 and 304 are successes; a GraphQL reply with errors is none.");

    /** Time of calls. */
    public static final FamilyDescription DURATION = FamilyDescription.histogram(
                    CATEGORY, "autobot_github_api_duration_seconds", Buckets.NETWORK)
            .open("operation")
            .documented()
            .unit("seconds")
            .help("From the request to the last byte of the reply.");

    /** Calls left. */
    public static final FamilyDescription RATE_LIMIT = FamilyDescription.gauge(
                    CATEGORY, "autobot_github_rate_limit_remaining")
            .open("resource_type")
            .documented()
            .unit("requests")
            .help("Requests left, by the headers of the last reply for that resource.");

    /** Commits. */
    public static final FamilyDescription COMMITS = FamilyDescription.counter(CATEGORY, "autobot_github_commits_total")
            .open(REPOSITORY)
            .closed(STATUS, "created", "failed")
            .documented()
            .help("Calls that create a commit: of files, of a tree, by merging a branch.");

    /** Pull requests. */
    public static final FamilyDescription PULL_REQUESTS = FamilyDescription.counter(
                    CATEGORY, "autobot_github_pull_requests_total")
            .open(REPOSITORY)
            .closed("action", "create", "update", "merge", "close", "review", "comment")
            .closed(STATUS, "success", "failed")
            .documented()
            .help("Calls that change a pull request.");

    /** Issues. */
    public static final FamilyDescription ISSUES = FamilyDescription.counter(CATEGORY, "autobot_github_issues_total")
            .open(REPOSITORY)
            .closed("action", "create", "update", "close", "comment")
            .closed(STATUS, "success", "failed")
            .documented()
            .help(
                    "Calls that change an issue; a comment through the issues' route is one on an issue, also on a pull request.");

    /** All of them. */
    public static final List<FamilyDescription> ALL =
            List.of(OPERATIONS, DURATION, RATE_LIMIT, COMMITS, PULL_REQUESTS, ISSUES);

    private GithubFamilies() {}
}
