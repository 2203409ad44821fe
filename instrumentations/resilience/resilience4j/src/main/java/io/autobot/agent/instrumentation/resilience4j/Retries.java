package io.autobot.agent.instrumentation.resilience4j;

import io.autobot.agent.tasks.TaskRetries;
import io.autobot.agent.tasks.TasksDomain;
import io.github.resilience4j.retry.Retry;

/** The retries by the names that the application gave them. */
final class Retries {
    private Retries() {}

    static TaskRetries of(Retry retry) {
        return TasksDomain.get().retries(retry.getName());
    }
}
