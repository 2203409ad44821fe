package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The only class of the agent that woven code names. It lives in {@code java.base} because that is the one place
 * every class loader sees (OSGi, JBoss Modules and other filtering loaders included), and it holds nothing but two
 * method handles into the agent.
 *
 * <p>The agent defines it at the first hit and installs the handles at once. Whatever goes wrong behind the handles,
 * no method called from woven code throws: the application goes on without the advice.
 */
public final class AutobotDispatcher {
    private static final MethodType LINKER = MethodType.methodType(
            CallSite.class, MethodHandles.Lookup.class, String.class, MethodType.class, Object[].class);

    private static final MethodType FAILURE_SINK =
            MethodType.methodType(void.class, Throwable.class, String.class, String.class);

    private static volatile MethodHandle linker;

    private static volatile MethodHandle failureSink;

    private AutobotDispatcher() {}

    /**
     * Connects the agent, once. Not public: only code to which the JVM opened {@code java.lang} can call it.
     *
     * @param link takes the arguments of {@link #bootstrap} and returns the call site
     * @param sink takes the arguments of {@link #failed}
     * @return whether these handles are the installed ones; false when others were installed before
     * @throws java.lang.invoke.WrongMethodTypeException if a handle does not fit; nothing is installed then
     */
    static synchronized boolean install(MethodHandle link, MethodHandle sink) {
        if (linker != null) {
            return false;
        }
        // Not varargs: the array of arguments must arrive as it is.
        MethodHandle fitted = link.asFixedArity().asType(LINKER);
        failureSink = sink.asFixedArity().asType(FAILURE_SINK);
        linker = fitted;
        return true;
    }

    /**
     * Bootstrap method of the woven call sites. Any thread.
     *
     * @return the site that the agent links, or a constant no-op (returning 0 or null) when the agent is not
     *     installed, fails, or answers with a site of another type
     */
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type, Object... arguments) {
        try {
            MethodHandle link = linker;
            if (link != null) {
                CallSite site = (CallSite) link.invokeExact(caller, name, type, arguments);
                if (site != null && site.type().equals(type)) {
                    return site;
                }
            }
        } catch (Throwable thrown) {
            failed(thrown, "linker", name);
        }
        return new ConstantCallSite(MethodHandles.empty(type));
    }

    /**
     * Told by woven code of a throwable that it swallowed. Any thread; never throws.
     *
     * @param thrown what the advice threw
     * @param instrumentation name of the instrumentation, as in the configuration
     * @param advice name of the advice class
     */
    public static void failed(Throwable thrown, String instrumentation, String advice) {
        try {
            MethodHandle sink = failureSink;
            if (sink != null) {
                sink.invokeExact(thrown, instrumentation, advice);
            }
        } catch (Throwable ignored) {
            // Nobody is left to tell, and the application must not notice.
        }
    }
}
