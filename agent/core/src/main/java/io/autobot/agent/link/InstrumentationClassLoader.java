package io.autobot.agent.link;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/**
 * Where advice and its helpers live, one for each class loader of the application that holds woven classes. Advice is
 * ordinary Java here: it sees the agent's domain classes and the application's library at once.
 *
 * <p>Refers strongly to the application's loader, so nothing but woven call sites may hold it strongly.
 */
final class InstrumentationClassLoader extends ClassLoader {
    /** Classes under this package are defined here, anew for each application loader. */
    static final String OWN_PACKAGE = "io.autobot.agent.instrumentation.";

    private static final String AGENT_PACKAGE = "io.autobot.agent.";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader agent;
    private final ClassLoader application;
    private MethodHandles.Lookup lookup;

    /** @param application the loader of the woven classes, {@code null} for the JVM's own */
    InstrumentationClassLoader(ClassLoader agent, ClassLoader application) {
        super("autobot-instrumentation", null);
        this.agent = agent;
        this.application = application == null ? ClassLoader.getPlatformClassLoader() : application;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(OWN_PACKAGE)) {
            return own(name);
        }
        return name.startsWith(AGENT_PACKAGE) ? agent.loadClass(name) : application.loadClass(name);
    }

    /** A look-up with the rights of advice, created in this loader because the agent's own has no access here. */
    synchronized MethodHandles.Lookup lookup() throws ReflectiveOperationException {
        if (lookup == null) {
            lookup = (MethodHandles.Lookup)
                    loadClass(OWN_PACKAGE + "LookupExposer").getMethod("lookup").invoke(null);
        }
        return lookup;
    }

    private Class<?> own(String name) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream stream = agent.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] classFile = stream.readAllBytes();
                return defineClass(name, classFile, 0, classFile.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
