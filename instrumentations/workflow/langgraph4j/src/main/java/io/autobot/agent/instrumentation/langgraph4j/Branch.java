package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.workflow.WorkflowThread;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** One of several nodes that run beside each other. What it opens on its thread belongs to the same run. */
final class Branch implements BiConsumer<Object, Throwable> {
    private final GraphRun run;
    private final String node;
    private final Object before;

    /** It begins on this thread. */
    Branch(GraphRun run, String node) {
        this.run = run;
        this.node = node;
        before = WorkflowThread.current().enter(run);
    }

    /**
     * A thread goes on; what it ran ends with what it handed out.
     *
     * @param entered a branch, or {@code null} for what is not known
     */
    static void leave(Object entered, CompletableFuture<?> result, Throwable thrown) {
        if (entered instanceof Branch branch) {
            WorkflowThread.current().leave(branch.before);
            if (result == null) {
                branch.accept(null, thrown);
            } else {
                result.whenComplete(branch);
            }
        }
    }

    @Override
    public void accept(Object partialState, Throwable failure) {
        run.branch(node, failure == null);
    }
}
