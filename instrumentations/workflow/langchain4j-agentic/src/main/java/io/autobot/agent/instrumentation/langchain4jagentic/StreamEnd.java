package io.autobot.agent.instrumentation.langchain4jagentic;

import io.autobot.agent.workflow.StepStatus;
import java.util.function.BiConsumer;

/** Ends a step when the answer that an agent streams is complete. */
final class StreamEnd implements BiConsumer<Object, Throwable> {
    private final AgentStep step;

    StreamEnd(AgentStep step) {
        this.step = step;
    }

    @Override
    public void accept(Object answer, Throwable thrown) {
        step.ended(thrown == null ? StepStatus.COMPLETED : StepStatus.FAILED);
    }
}
