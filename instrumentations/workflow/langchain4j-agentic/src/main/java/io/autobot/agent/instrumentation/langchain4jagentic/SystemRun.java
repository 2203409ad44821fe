package io.autobot.agent.instrumentation.langchain4jagentic;

import io.autobot.agent.workflow.Workflow;
import io.autobot.agent.workflow.WorkflowRun;
import io.autobot.agent.workflow.WorkflowStatus;
import io.autobot.agent.workflow.WorkflowThread;

/** A call of an agentic system by the application. Confined to the thread of the call. */
final class SystemRun {
    private final WorkflowRun run;
    private final Object before;
    private boolean suspended;

    private SystemRun(Workflow system) {
        run = system.start();
        before = WorkflowThread.current().enter(this);
    }

    static SystemRun begin(Workflow system) {
        return new SystemRun(system);
    }

    /** What is called here; {@code null} if it is an agent, or nothing of the kind. */
    static SystemRun current() {
        return WorkflowThread.current().running() instanceof SystemRun run ? run : null;
    }

    Workflow system() {
        return run.workflow();
    }

    /** It returns before its end, and another call will go on. */
    void suspended() {
        suspended = true;
    }

    void end(Throwable thrown) {
        WorkflowThread.current().leave(before);
        if (suspended || Endings.isSuspension(thrown)) {
            run.leave();
        } else if (thrown == null) {
            run.end(WorkflowStatus.SUCCESS);
        } else {
            run.end(Endings.isCancellation(thrown) ? WorkflowStatus.CANCELLED : WorkflowStatus.FAILED);
        }
    }
}
