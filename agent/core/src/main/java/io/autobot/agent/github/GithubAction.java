package io.autobot.agent.github;

import java.util.Locale;

/** What a call does to a repository, as far as families of their own count it. */
enum GithubAction {
    NONE(null),
    COMMIT(Subject.COMMIT),
    PULL_CREATE(Subject.PULL_REQUEST),
    PULL_UPDATE(Subject.PULL_REQUEST),
    PULL_MERGE(Subject.PULL_REQUEST),
    PULL_CLOSE(Subject.PULL_REQUEST),
    PULL_REVIEW(Subject.PULL_REQUEST),
    PULL_COMMENT(Subject.PULL_REQUEST),
    ISSUE_CREATE(Subject.ISSUE),
    ISSUE_UPDATE(Subject.ISSUE),
    ISSUE_CLOSE(Subject.ISSUE),
    ISSUE_COMMENT(Subject.ISSUE);

    /** Which family counts it. */
    enum Subject {
        COMMIT,
        PULL_REQUEST,
        ISSUE
    }

    private final Subject subject;
    private final String id;

    GithubAction(Subject subject) {
        this.subject = subject;
        String lower = name().toLowerCase(Locale.ROOT);
        this.id = lower.substring(lower.indexOf('_') + 1);
    }

    /** {@code null} for what only counts as an operation. */
    Subject subject() {
        return subject;
    }

    /** The value of the {@code action} label. */
    String id() {
        return id;
    }

    /** What it is when the request closes the thing. */
    GithubAction closing() {
        return switch (this) {
            case PULL_UPDATE -> PULL_CLOSE;
            case ISSUE_UPDATE -> ISSUE_CLOSE;
            default -> this;
        };
    }
}
