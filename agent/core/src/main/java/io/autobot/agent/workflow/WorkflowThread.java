package io.autobot.agent.workflow;

/**
 * Which workflow moves on this thread, for engines whose hooks have to agree about that. Here and not beside the
 * library, because a thread outlives the loaders of applications. Confined to its thread.
 */
public final class WorkflowThread {
    private static final ThreadLocal<WorkflowThread> CURRENT = ThreadLocal.withInitial(WorkflowThread::new);

    private Object running;
    private int nesting;

    private WorkflowThread() {}

    /** That of the calling thread. */
    public static WorkflowThread current() {
        return CURRENT.get();
    }

    /**
     * Something moves from here on.
     *
     * @param run the instrumentation's own object; {@code null} for what is not to be seen
     * @return to be given to {@link #leave}
     */
    public Object enter(Object run) {
        Object before = running;
        running = run;
        return before;
    }

    /**
     * What was entered moves no more.
     *
     * @return what was entered
     */
    public Object leave(Object before) {
        Object left = running;
        running = before;
        return left;
    }

    /** What moves here, or {@code null}. */
    public Object running() {
        return running;
    }

    /**
     * A step is entered that is a workflow itself, or left.
     *
     * @param change 1 or -1
     */
    public void nest(int change) {
        nesting += change;
    }

    /** Whether what starts here is a step's workflow and not one by itself. */
    public boolean isNested() {
        return nesting > 0;
    }
}
