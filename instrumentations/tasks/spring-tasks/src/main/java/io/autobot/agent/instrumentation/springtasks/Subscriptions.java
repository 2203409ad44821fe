package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.tasks.TaskStatus;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/**
 * What reactive scheduled methods returned, being subscribed to: a run from the subscription to its end, by the
 * framework's subscriber, of which each run has its own. Any thread.
 */
final class Subscriptions {
    private static final StateMap<Object, AtomicLong> RUNS = new StateMap<>();

    private Subscriptions() {}

    /** @param context makes what the framework shows of the method to observers */
    static void begin(Object subscriber, Supplier<?> context) {
        ScheduledTaskObservationContext shown = (ScheduledTaskObservationContext) context.get();
        long run = Scheduled.kind(shown.getMethod(), shown.getTargetClass()).begin();
        RUNS.put(subscriber, new AtomicLong(run));
    }

    /** The first who says so ends it. */
    static void end(Object subscriber, TaskStatus status) {
        AtomicLong state = RUNS.get(subscriber);
        long run = state == null ? 0 : state.getAndSet(0);
        if (run != 0) {
            RUNS.remove(subscriber);
            Scheduled.METRICS.end(run, status);
        }
    }
}
