package io.autobot.agent.flows;

import io.autobot.agent.tasks.TaskNames;

/** What of an application's objects may serve as a name. Nothing is allocated for a class seen before. */
final class FlowText {
    /** By class; an entry lives in the class it is about. */
    private static final ClassValue<String> SIMPLE = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return TaskNames.ofClass(type.getName());
        }
    };

    private FlowText() {}

    /** The text of a string, an enum, a boolean or a class; {@code null} for everything else. */
    static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Boolean yes) {
            return yes ? "true" : "false";
        }
        return value instanceof Class<?> type ? ofClass(type) : null;
    }

    /** The class's name without package, as it was written. */
    static String ofClass(Class<?> type) {
        return SIMPLE.get(type);
    }
}
