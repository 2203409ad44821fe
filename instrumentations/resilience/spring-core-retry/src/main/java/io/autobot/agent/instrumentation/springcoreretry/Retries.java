package io.autobot.agent.instrumentation.springcoreretry;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.tasks.TaskNames;
import io.autobot.agent.tasks.TaskRetries;
import io.autobot.agent.tasks.TasksDomain;
import java.util.List;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.Retryable;

/** The work that has failed at least once, by the state of its attempts. */
final class Retries {
    private static final String ANNOTATED = "org.springframework.resilience.retry.";
    private static final String WRAPPED = "org.springframework.core.retry.RetryTemplate$";

    private static final StateMap<RetryState, TaskRetries> RETRIES = new StateMap<>();

    private Retries() {}

    static void failed(Retryable<?> work, RetryState state) {
        if (RETRIES.get(state) == null) {
            RETRIES.put(state, TasksDomain.get().retries(name(work)));
        }
    }

    static void again(RetryState state) {
        TaskRetries known = RETRIES.get(state);
        if (known != null) {
            List<Throwable> failures = state.getExceptions();
            known.again(failures.isEmpty() ? null : failures.get(failures.size() - 1));
        }
    }

    /** The name that the application gave its work; the library makes one of a method or a class else. */
    private static String name(Retryable<?> work) {
        String type = work.getClass().getName();
        String name = work.getName();
        if (type.startsWith(ANNOTATED)) {
            return TaskNames.ofMethod(name);
        }
        return name.equals(type) || type.startsWith(WRAPPED) ? TaskNames.ofClass(name) : name;
    }
}
