package io.autobot.agent.instrumentation.failsafe;

import dev.failsafe.ExecutionContext;
import io.autobot.agent.tasks.TaskRetries;
import io.autobot.agent.tasks.TasksDomain;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The retries of all policies, all of one name. */
final class Retries {
    private static final MethodHandle LAST_EXCEPTION = lastException();

    private Retries() {}

    static TaskRetries known() {
        return TasksDomain.get().retries(Breakers.NAME);
    }

    /**
     * Another attempt begins.
     *
     * @param execution which knows how the attempt before ended
     */
    static void again(ExecutionContext<?> execution) {
        known().again(failure(execution));
    }

    private static Throwable failure(ExecutionContext<?> execution) {
        try {
            return (Throwable) LAST_EXCEPTION.invokeExact(execution);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    /** The same method under its name since 3.2, or the one before; a call of either would not link with the other. */
    private static MethodHandle lastException() {
        MethodType type = MethodType.methodType(Throwable.class);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle found;
        try {
            found = lookup.findVirtual(ExecutionContext.class, "getLastException", type);
        } catch (ReflectiveOperationException old) {
            try {
                found = lookup.findVirtual(ExecutionContext.class, "getLastFailure", type);
            } catch (ReflectiveOperationException neither) {
                throw new IllegalStateException(neither);
            }
        }
        return found;
    }
}
