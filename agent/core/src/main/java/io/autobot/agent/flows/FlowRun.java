package io.autobot.agent.flows;

import io.autobot.agent.workflow.Decision;
import io.autobot.agent.workflow.WorkflowRun;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BiConsumer;

/**
 * A call under way. While it stays on its thread it belongs to that thread, which uses it again for a later call; one
 * that goes on after the method has returned is given away, and any thread may tell its end: the first one counts. Holds
 * nothing of the application.
 */
public final class FlowRun implements BiConsumer<Object, Throwable> {
    private static final AtomicIntegerFieldUpdater<FlowRun> OVER =
            AtomicIntegerFieldUpdater.newUpdater(FlowRun.class, "over");

    FlowRule rule;
    FlowLabel type;
    FlowLabel owner;
    String agent;
    Decision decision;
    FlowOutcome outcome;
    WorkflowRun workflow;
    long task;
    private long startNanos;
    private volatile int over;

    FlowRun() {}

    void begin() {
        workflow = null;
        task = 0;
        outcome = null;
        // Where the type is known, what counts under it keeps the time.
        startNanos = type == null ? System.nanoTime() : 0;
        rule.start(this);
    }

    long nanos() {
        return System.nanoTime() - startNanos;
    }

    /** Tells how it ended; to be counted by {@link #count}. */
    void told(Object returned, FlowOutcome failure) {
        rule.readEnd(this, returned, failure);
    }

    void count() {
        rule.end(this);
        workflow = null;
    }

    /**
     * The same call once more, as when a publisher that it returned is subscribed to: begins now.
     *
     * @return {@code null} if that fails, which is counted
     */
    public FlowRun again() {
        try {
            FlowRun run = new FlowRun();
            run.rule = rule;
            run.type = type;
            run.owner = owner;
            run.agent = agent;
            run.decision = decision;
            run.begin();
            return run;
        } catch (Throwable thrown) {
            rule.flows.failed(thrown);
            return null;
        }
    }

    /** It came to this. */
    public void ended(Object value) {
        end(value, null);
    }

    /** It ended with this. */
    public void failed(Throwable thrown) {
        end(null, FlowOutcome.ofFuture(thrown));
    }

    /** Nobody wants it any more. */
    public void cancelled() {
        end(null, FlowOutcome.CANCELLED);
    }

    /** How a future ended. */
    @Override
    public void accept(Object value, Throwable thrown) {
        end(value, thrown == null ? null : FlowOutcome.ofFuture(thrown));
    }

    private void end(Object value, FlowOutcome failure) {
        if (!OVER.compareAndSet(this, 0, 1)) {
            return;
        }
        try {
            told(value, failure);
            count();
        } catch (Throwable thrown) {
            rule.flows.failed(thrown);
        }
    }

    /** Its end will not be seen. */
    void leave() {
        if (OVER.compareAndSet(this, 0, 1)) {
            rule.leave(this);
        }
    }
}
