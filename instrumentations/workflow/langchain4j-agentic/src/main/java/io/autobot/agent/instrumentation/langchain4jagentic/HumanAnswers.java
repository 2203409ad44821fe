package io.autobot.agent.instrumentation.langchain4jagentic;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.workflow.Decision;
import io.autobot.agent.workflow.Workflow;

/** Answers of people that are awaited, beside the library's objects for them. Any thread. */
final class HumanAnswers {
    private static final String INTERNAL = "dev.langchain4j.agentic.internal.";
    private static final StateMap<Object, Workflow> AWAITED = new StateMap<>();

    private HumanAnswers() {}

    /** Whether a person's agent returned what an answer will come in. */
    static boolean isAwaited(Object answer) {
        for (Class<?> type = answer == null ? null : answer.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getName();
            if (name.equals(INTERNAL + "PendingResponse") || name.equals(INTERNAL + "DeferredResponse")) {
                return true;
            }
        }
        return false;
    }

    static void await(Object answer, Workflow system) {
        AWAITED.putIfAbsent(answer, system);
    }

    /** It has come. */
    static void answered(Object answer, Object said) {
        Workflow system = AWAITED.get(answer);
        if (system != null) {
            system.approval(Decision.of(said));
        }
    }
}
