package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.workflow.HumanInTheLoop.HumanInTheLoopBuilder;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the release at hand has, and what it calls it. */
final class Release {
    private static final String AGENTIC = "dev.langchain4j.agentic.";

    private Release() {}

    static boolean hasClass(String name) {
        try {
            Class.forName(AGENTIC + name);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** Whether agents can be told so by their annotation. */
    static boolean agentsCan(String attribute) {
        try {
            Agent.class.getMethod(attribute);
            return true;
        } catch (NoSuchMethodException absent) {
            return false;
        }
    }

    /** Whether a system goes on with what the application has for a failed agent; others go round for ever. */
    static boolean goesOnWithReplacement() {
        return !hasClass("internal.PlannerBasedInvocationHandler") || suspends();
    }

    /** Whether a choice of which none fits ends; in 1.9 it goes round for ever. */
    static boolean choosesNothing() {
        return !hasClass("internal.PlannerBasedInvocationHandler") || hasClass("observability.AgentListener");
    }

    /** Whether systems can stop and be taken up again. */
    static boolean suspends() {
        return hasClass("internal.SuspendedResponse");
    }

    /** What a sequence without interface and name is called. */
    static String unnamedSequence() {
        return hasClass("internal.PlannerBasedInvocationHandler") ? "Sequential" : "UntypedAgent";
    }

    /** What a supervisor without an interface of the application's is called. */
    static String supervisor() {
        return choosesNothing() ? "SupervisorAgent" : "Supervisor";
    }

    /** Calls the first of these methods that the object has with one argument that fits. */
    static void set(Object builder, Object value, String... methods) {
        for (String name : methods) {
            for (Method method : builder.getClass().getMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isInstance(value)) {
                    try {
                        method.setAccessible(true);
                        method.invoke(builder, value);
                        return;
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        throw new IllegalStateException("none of " + String.join(", ", methods));
    }

    /** A person who answers so. */
    static Object person(Supplier<?> answer) {
        HumanInTheLoopBuilder builder = AgenticServices.humanInTheLoopBuilder();
        if (hasMethod(builder, "responseProvider")) {
            set(builder, answer, "responseProvider");
        } else {
            set(builder, (Consumer<Object>) request -> {}, "requestWriter");
            set(builder, answer, "responseReader");
        }
        return builder.build();
    }

    private static boolean hasMethod(Object of, String name) {
        for (Method method : of.getClass().getMethods()) {
            if (method.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
