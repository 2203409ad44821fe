package io.autobot.agent.rules;

import java.util.Map;

/**
 * What the configuration says of some methods.
 *
 * @param type the label value that names what they are; {@code null} for an approval, which has none
 * @param workflow of a step or approval: to which workflow it belongs; {@code null} for the one it is called in
 * @param agent of a task: who runs it; {@code null} for the name of the thread's pool
 * @param outcome how it ended; {@code null} where an exception alone tells
 * @param words what words of the outcome mean, in lower case, each one of {@link RuleKind#outcomes}
 */
public record Rule(
        String name,
        RuleKind kind,
        MethodPattern method,
        ValueForm type,
        ValueForm workflow,
        ValueForm agent,
        ValueForm outcome,
        Map<String, String> words) {}
