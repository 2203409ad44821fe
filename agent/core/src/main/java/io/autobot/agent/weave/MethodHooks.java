package io.autobot.agent.weave;

import io.autobot.agent.spi.MethodSelection;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;

/** Which advice goes into which method of one class. Two instrumentations that share a hook get it once. */
final class MethodHooks {
    private final Map<String, Hooked> methods = new LinkedHashMap<>();

    /** What tells advice of one class apart where several selections mean the same method. */
    static String key(String adviceClass, MethodSelection selection) {
        return selection == null ? adviceClass : adviceClass + ' ' + selection.name();
    }

    /** A method and its advice by its key, in the order they were added. */
    record Hooked(MethodDescription.InDefinedShape method, Map<String, LinkableAdvice> advices) {}

    void add(MethodDescription.InDefinedShape method, String adviceKey, LinkableAdvice advice) {
        String key = method.getInternalName() + method.getDescriptor();
        Hooked hooked = methods.get(key);
        if (hooked == null) {
            hooked = new Hooked(method, new LinkedHashMap<>());
            methods.put(key, hooked);
        }
        hooked.advices().putIfAbsent(adviceKey, advice);
    }

    void addAll(MethodHooks others) {
        for (Hooked hooked : others.methods.values()) {
            for (Map.Entry<String, LinkableAdvice> advice : hooked.advices().entrySet()) {
                add(hooked.method(), advice.getKey(), advice.getValue());
            }
        }
    }

    Hooked find(String name, String descriptor) {
        return methods.get(name + descriptor);
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }
}
