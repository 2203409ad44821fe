package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.internal.AgentExecutor;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import io.autobot.agent.tasks.TasksDomain;
import io.autobot.agent.workflow.StepStatus;
import io.autobot.agent.workflow.Workflow;
import io.autobot.agent.workflow.WorkflowThread;

/**
 * An agent that a system calls, with all its attempts. Confined to the thread of the call; what goes on elsewhere is
 * another one there.
 */
final class AgentStep {
    private final Workflow system;
    private final String name;
    private final boolean human;
    private final Object before;

    private boolean invoked;
    private boolean missing;
    private boolean replaced;
    private boolean endsElsewhere;

    private AgentStep(Workflow system, AgentExecutor executor) {
        this.system = system;
        name = AgentNames.ofAgent(executor);
        human = executor.agent() instanceof HumanInTheLoop;
        before = WorkflowThread.current().enter(this);
    }

    /** @return {@code null} if it is not known what the scope belongs to */
    static AgentStep begin(AgentExecutor executor, DefaultAgenticScope scope) {
        Workflow system = AgenticSystems.of(scope);
        return system == null ? null : new AgentStep(system, executor);
    }

    /** What is called here; {@code null} if that is a system, or nothing of the kind. */
    static AgentStep current() {
        return WorkflowThread.current().running() instanceof AgentStep step ? step : null;
    }

    Workflow system() {
        return system;
    }

    /** Whether the agent is a person. */
    boolean isHuman() {
        return human;
    }

    /** The agent itself is called. */
    void invoked() {
        invoked = true;
    }

    /** Something that the agent needs is not there. */
    void missing() {
        missing = true;
    }

    /** It failed, and is called once more. */
    void again(Throwable failure) {
        missing = false;
        TasksDomain.get().retries(name).again(failure);
    }

    /** It failed, and the application says what to go on with. */
    void replaced() {
        replaced = true;
    }

    /** What returns is not the end. */
    void endsElsewhere() {
        endsElsewhere = true;
    }

    /** The call returned. */
    void end(Throwable thrown) {
        WorkflowThread.current().leave(before);
        if (endsElsewhere || Endings.isSuspension(thrown)) {
            return;
        }
        if (thrown != null || replaced) {
            ended(Endings.isCancellation(thrown) ? StepStatus.CANCELLED : StepStatus.FAILED);
        } else {
            // What misses something optional is passed over, from 1.13 on.
            ended(missing && !invoked ? StepStatus.SKIPPED : StepStatus.COMPLETED);
        }
    }

    /** It has ended, on whatever thread. */
    void ended(StepStatus status) {
        system.step(name, status);
    }
}
