package io.autobot.agent.weave;

import io.autobot.agent.spi.CarriedField;
import io.autobot.agent.spi.StateMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes were loaded with fields of ours. The shape of a loaded class must not change: a retransformation by
 * any other agent has to add the same fields again, and a class that was loaded without them never gets any. Any
 * thread.
 */
final class CarriedFields {
    private static final Object BOOTSTRAP = new Object();

    private final StateMap<Object, Set<String>> carriers = new StateMap<>();

    /**
     * The fields to write into this class file.
     *
     * @param loaded whether the class is loaded already, and only its methods may change
     */
    List<CarriedField> toWrite(List<CarriedField> described, ClassLoader loader, String className, boolean loaded) {
        if (!loaded || described.isEmpty()) {
            return described;
        }
        Set<String> carrying = carriers.get(key(loader));
        return carrying != null && carrying.contains(className) ? described : List.of();
    }

    /** These fields were written into a class that is being loaded. */
    void written(List<CarriedField> fields, ClassLoader loader, String className) {
        if (!fields.isEmpty()) {
            carriers.putIfAbsent(key(loader), ConcurrentHashMap.newKeySet()).add(className);
        }
    }

    private static Object key(ClassLoader loader) {
        return loader == null ? BOOTSTRAP : loader;
    }
}
