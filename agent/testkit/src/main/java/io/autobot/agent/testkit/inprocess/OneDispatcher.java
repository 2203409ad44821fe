package io.autobot.agent.testkit.inprocess;

import io.autobot.agent.link.DispatcherInstaller;
import io.autobot.agent.link.DispatcherTarget;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A JVM has one dispatcher for ever, and its tests have one agent after another: this stands between them. */
final class OneDispatcher implements DispatcherTarget {
    private static final OneDispatcher INSTANCE = new OneDispatcher();

    private static Class<?> dispatcher;

    private volatile DispatcherTarget current;

    private OneDispatcher() {}

    /** Connects the dispatcher to the agent that weaves from now on, {@code null} for none. */
    static void connect(DispatcherTarget target) {
        INSTANCE.current = target;
    }

    /** The dispatcher, defined by the first call. */
    static synchronized Class<?> define(Instrumentation jvm, ClassLoader agent) throws Exception {
        if (dispatcher == null) {
            dispatcher = DispatcherInstaller.install(jvm, agent, INSTANCE);
        }
        return dispatcher;
    }

    @Override
    public CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments) {
        DispatcherTarget target = current;
        return target == null
                ? new ConstantCallSite(MethodHandles.empty(type))
                : target.link(caller, name, type, arguments);
    }

    @Override
    public void failed(Throwable thrown, String instrumentation, String advice) {
        DispatcherTarget target = current;
        if (target != null) {
            target.failed(thrown, instrumentation, advice);
        }
    }
}
