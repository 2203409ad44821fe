package io.autobot.agent.workflow;

import java.util.concurrent.atomic.AtomicBoolean;

/** One workflow from its start to its end. Any thread; of several ends the first counts. */
public final class WorkflowRun {
    private final Workflow workflow;
    private final long start = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();

    WorkflowRun(Workflow workflow) {
        this.workflow = workflow;
    }

    /** What it is a run of. */
    public Workflow workflow() {
        return workflow;
    }

    /** It has ended so. */
    public void end(WorkflowStatus status) {
        if (over.compareAndSet(false, true)) {
            workflow.runEnded(status, System.nanoTime() - start);
        }
    }

    /** Its end will not be seen here, such as that of a run which was put aside and dropped. */
    public void leave() {
        if (over.compareAndSet(false, true)) {
            workflow.runLeft();
        }
    }

    /** Whether an end was told. */
    public boolean isOver() {
        return over.get();
    }
}
