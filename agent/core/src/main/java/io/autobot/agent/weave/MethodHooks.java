package io.autobot.agent.weave;

import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;

/** Which advice goes into which method of one class. Two instrumentations that share a hook get it once. */
final class MethodHooks {
    private final Map<String, Hooked> methods = new LinkedHashMap<>();

    /** A method and its advice by class name, in the order they were added. */
    record Hooked(MethodDescription.InDefinedShape method, Map<String, Advice> advices) {}

    void add(MethodDescription.InDefinedShape method, String adviceClass, Advice advice) {
        methods.computeIfAbsent(
                        method.getInternalName() + method.getDescriptor(),
                        key -> new Hooked(method, new LinkedHashMap<>()))
                .advices()
                .putIfAbsent(adviceClass, advice);
    }

    void addAll(MethodHooks others) {
        for (Hooked hooked : others.methods.values()) {
            hooked.advices().forEach((adviceClass, advice) -> add(hooked.method(), adviceClass, advice));
        }
    }

    Hooked find(String name, String descriptor) {
        return methods.get(name + descriptor);
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }
}
