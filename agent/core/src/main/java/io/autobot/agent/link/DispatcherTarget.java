package io.autobot.agent.link;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What the dispatcher in {@code java.lang} calls. Any thread; no method may throw. */
public interface DispatcherTarget {
    /**
     * Links a woven call site that runs for the first time.
     *
     * @param caller the woven class
     * @param name unused, part of the bootstrap protocol
     * @param type the call site's type, references erased to {@code Object}
     * @param arguments instrumentation, advice class, advice method, its descriptor
     */
    CallSite link(MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments);

    /** Hears of an exception that advice threw and the woven method never saw. */
    void failed(Throwable thrown, String instrumentation, String advice);
}
