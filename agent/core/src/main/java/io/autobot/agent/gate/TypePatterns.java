package io.autobot.agent.gate;

import io.autobot.agent.rules.Glob;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes that are meant by a pattern. Asked for every class that is loaded, once there is a pattern: most differ in
 * their first letters. Neither the JDK's classes nor the agent's are ever meant, nor what frameworks generate beside a
 * class, which calls that class. Filled before it is asked, then any thread.
 */
final class TypePatterns {
    private static final String AGENT = "io/autobot/agent/";
    private static final String GENERATED = "$$";

    private final List<TypePattern> patterns = new ArrayList<>();

    private record TypePattern(String prefix, String pattern, Gate.Target target) {}

    void add(String binaryPattern, Gate.Target target) {
        String pattern = binaryPattern.replace('.', '/');
        patterns.add(new TypePattern(pattern.substring(0, pattern.indexOf('*')), pattern, target));
    }

    /** What is meant for this class, {@code null} for nothing. */
    List<Gate.Target> targets(String internalName, ClassLoader loader) {
        List<Gate.Target> found = null;
        for (int i = 0; i < patterns.size(); i++) {
            TypePattern pattern = patterns.get(i);
            if (internalName.startsWith(pattern.prefix())
                    && Glob.matches(pattern.pattern(), internalName)
                    && isOfApplication(internalName, loader)) {
                found = found == null ? new ArrayList<>() : found;
                found.add(pattern.target());
            }
        }
        return found;
    }

    private static boolean isOfApplication(String internalName, ClassLoader loader) {
        return loader != null
                && loader != ClassLoader.getPlatformClassLoader()
                && !internalName.startsWith(AGENT)
                && internalName.indexOf(GENERATED) < 0;
    }
}
