package io.autobot.agent.link;

import io.autobot.agent.spi.StateMap;
import java.lang.ref.WeakReference;

/**
 * The instrumentation loader of each application loader. Weak on both sides: the call sites in woven classes keep
 * theirs alive, and the two go together when the application drops its loader. Any thread.
 */
final class InstrumentationLoaders {
    private static final Object BOOTSTRAP = new Object();

    private final ClassLoader agent;
    private final StateMap<Object, WeakReference<InstrumentationClassLoader>> loaders = new StateMap<>();

    InstrumentationLoaders(ClassLoader agent) {
        this.agent = agent;
    }

    /** @param application {@code null} for the bootstrap loader */
    synchronized InstrumentationClassLoader of(ClassLoader application) {
        Object key = application == null ? BOOTSTRAP : application;
        WeakReference<InstrumentationClassLoader> known = loaders.get(key);
        InstrumentationClassLoader loader = known == null ? null : known.get();
        if (loader == null) {
            loader = new InstrumentationClassLoader(agent, application);
            loaders.put(key, new WeakReference<>(loader));
        }
        return loader;
    }
}
