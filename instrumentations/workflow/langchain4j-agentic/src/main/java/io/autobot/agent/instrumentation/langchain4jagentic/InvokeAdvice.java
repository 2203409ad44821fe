package io.autobot.agent.instrumentation.langchain4jagentic;

import io.autobot.agent.workflow.Decision;
import net.bytebuddy.asm.Advice;

/** The agent itself is called, which is not all that calling one takes: a person is asked. */
public final class InvokeAdvice {
    private InvokeAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static AgentStep invoked() {
        AgentStep step = AgentStep.current();
        if (step == null) {
            return null;
        }
        step.invoked();
        if (!step.isHuman()) {
            return null;
        }
        step.system().approval(Decision.REQUESTED);
        return step;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void answered(
            @Advice.Enter AgentStep human, @Advice.Return Object answer, @Advice.Thrown Throwable thrown) {
        if (human == null) {
            return;
        }
        if (thrown != null) {
            if (Endings.isExpiry(thrown)) {
                human.system().approval(Decision.EXPIRED);
            }
        } else if (HumanAnswers.isAwaited(answer)) {
            HumanAnswers.await(answer, human.system());
        } else {
            human.system().approval(Decision.of(answer));
        }
    }
}
