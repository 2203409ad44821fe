package io.autobot.agent.start;

import io.autobot.agent.link.DispatcherInstaller;
import io.autobot.agent.link.DispatcherTarget;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A JVM has one dispatcher for ever, and its tests have one agent after another. */
final class SharedDispatcher implements DispatcherTarget {
    private static final SharedDispatcher INSTANCE = new SharedDispatcher();

    private static Class<?> dispatcher;

    private volatile DispatcherTarget current;

    static synchronized Class<?> connect(Instrumentation jvm, ClassLoader agent, DispatcherTarget target)
            throws Exception {
        INSTANCE.current = target;
        if (dispatcher == null) {
            dispatcher = DispatcherInstaller.install(jvm, agent, INSTANCE);
        }
        return dispatcher;
    }

    @Override
    public CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments) {
        return current.link(caller, name, type, arguments);
    }

    @Override
    public void failed(Throwable thrown, String instrumentation, String advice) {
        current.failed(thrown, instrumentation, advice);
    }
}
