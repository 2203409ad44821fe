package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import io.autobot.agent.spi.StateMap;
import io.autobot.agent.workflow.Workflow;
import io.autobot.agent.workflow.WorkflowDomain;
import java.lang.reflect.Method;

/**
 * The agentic systems of the application, and which of them a scope belongs to: a scope is made by a call of a system,
 * kept for further calls of the same one if these name a memory, and handed to all agents beneath, on whatever thread.
 * Any thread.
 */
final class AgenticSystems {
    private static final StateMap<Object, Workflow> SYSTEMS = new StateMap<>();
    private static final StateMap<DefaultAgenticScope, Workflow> SCOPES = new StateMap<>();

    private AgenticSystems() {}

    /** @param called the method of the application's interface */
    static Workflow of(Object handler, Method called) {
        Workflow known = SYSTEMS.get(handler);
        return known != null
                ? known
                : SYSTEMS.putIfAbsent(handler, WorkflowDomain.get().workflow(AgentNames.ofSystem(handler, called)));
    }

    /** Whose agents work on this scope; {@code null} for a scope that was not seen. */
    static Workflow of(DefaultAgenticScope scope) {
        return SCOPES.get(scope);
    }

    static void begins(DefaultAgenticScope scope, Workflow system) {
        if (SCOPES.get(scope) != system) {
            SCOPES.put(scope, system);
        }
    }
}
