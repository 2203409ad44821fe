package io.autobot.agent.github;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what is done to one repository. Any thread. */
final class GithubRepository {
    private static final int ACTIONS = GithubAction.values().length;

    private final String name;
    private final boolean folded;
    private final AtomicLongArray success = new AtomicLongArray(ACTIONS);
    private final AtomicLongArray failed = new AtomicLongArray(ACTIONS);

    GithubRepository(String name, boolean folded) {
        this.name = name;
        this.folded = folded;
    }

    void did(GithubAction action, boolean successful) {
        (successful ? success : failed).incrementAndGet(action.ordinal());
    }

    /** The value of the {@code repository} label. */
    String name() {
        return name;
    }

    /** Whether it stands for all that found no room. */
    boolean isFolded() {
        return folded;
    }

    long success(GithubAction action) {
        return success.get(action.ordinal());
    }

    long failed(GithubAction action) {
        return failed.get(action.ordinal());
    }
}
