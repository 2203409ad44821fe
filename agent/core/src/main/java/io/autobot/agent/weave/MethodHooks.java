package io.autobot.agent.weave;

import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;

/** Which advice goes into which method of one class. Two instrumentations that share a hook get it once. */
final class MethodHooks {
    private final Map<String, Hooked> methods = new LinkedHashMap<>();

    /** A method and its advice by class name, in the order they were added. */
    record Hooked(MethodDescription.InDefinedShape method, Map<String, LinkableAdvice> advices) {}

    void add(MethodDescription.InDefinedShape method, String adviceClass, LinkableAdvice advice) {
        String key = method.getInternalName() + method.getDescriptor();
        Hooked hooked = methods.get(key);
        if (hooked == null) {
            hooked = new Hooked(method, new LinkedHashMap<>());
            methods.put(key, hooked);
        }
        hooked.advices().putIfAbsent(adviceClass, advice);
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
