package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.internal.AgentExecutor;
import dev.langchain4j.agentic.internal.AgentInvoker;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * What agents and systems are called: as declared, else as the library calls them, which is the method's name where there
 * is an interface. Never what it makes unique by a number or an id.
 */
final class AgentNames {
    private static final String UNTYPED = UntypedAgent.class.getSimpleName();
    private static final String MAPPER = "dev.langchain4j.agentic.internal.MapperAgentInvoker";

    /** From 1.4 to 1.8 what has no interface of the application's and no name is called by this and an id. */
    private static final String GENERATED = UNTYPED + "#";

    /** Its own interfaces call their method invoke. */
    private static final String LIBRARY = "dev.langchain4j.agentic.";

    private AgentNames() {}

    /** Asked once for each system. */
    static String ofSystem(Object handler, Method called) {
        // The field has been everywhere but in 1.3, where systems have no name, and 1.9.
        Object name = read(handler, "name");
        if (name == null) {
            Object agent = read(handler, "plannerAgent");
            name = agent == null ? null : read(agent, "name");
        }
        String known = name == null ? declared(called) : (String) name;
        Class<?> type = called.getDeclaringClass();
        boolean says = !known.equals("invoke") && !known.startsWith(GENERATED);
        return says || !type.getName().startsWith(LIBRARY) ? bounded(known) : type.getSimpleName();
    }

    private static String declared(Method called) {
        if (called.getDeclaringClass() == UntypedAgent.class) {
            return UNTYPED;
        }
        Agent agent = called.getAnnotation(Agent.class);
        return agent == null || agent.name().isBlank() ? called.getName() : agent.name();
    }

    static String ofAgent(AgentExecutor executor) {
        AgentInvoker invoker = executor.agentInvoker();
        String name = invoker.name();
        if (name != null && invoker.getClass().getName().equals(MAPPER)) {
            // One for each item, numbered.
            int number = name.lastIndexOf('_');
            return number > 0 ? name.substring(0, number) : name;
        }
        return bounded(name);
    }

    private static String bounded(String name) {
        return name != null && name.startsWith(GENERATED) ? UNTYPED : name;
    }

    private static Object read(Object from, String name) {
        for (Class<?> type = from.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(from);
            } catch (NoSuchFieldException inherited) {
                continue;
            } catch (IllegalAccessException | RuntimeException unreadable) {
                return null;
            }
        }
        return null;
    }
}
