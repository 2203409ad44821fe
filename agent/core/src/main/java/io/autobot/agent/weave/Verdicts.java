package io.autobot.agent.weave;

import io.autobot.agent.spi.StateMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which instrumentation does not fit the library of which class loader. Once one class was turned down, the others of
 * the same library stay as they are too: half a hook counts wrong. Any thread.
 */
public final class Verdicts {
    private static final Object BOOTSTRAP = new Object();

    private final StateMap<Object, Set<String>> rejected = new StateMap<>();

    /** From now on nothing of this instrumentation is woven or linked in this loader. */
    public void reject(ClassLoader loader, String instrumentation) {
        rejected.putIfAbsent(key(loader), ConcurrentHashMap.newKeySet()).add(instrumentation);
    }

    /** Whether {@link #reject} was called for this loader and instrumentation. */
    public boolean incompatible(ClassLoader loader, String instrumentation) {
        Set<String> names = rejected.get(key(loader));
        return names != null && names.contains(instrumentation);
    }

    private static Object key(ClassLoader loader) {
        return loader == null ? BOOTSTRAP : loader;
    }
}
