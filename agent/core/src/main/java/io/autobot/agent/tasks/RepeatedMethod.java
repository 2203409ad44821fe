package io.autobot.agent.tasks;

import java.lang.reflect.Method;

/**
 * The method whose further attempts a framework is setting up on this thread, for frameworks that leave the attempts to
 * another library, which knows nothing of methods. Confined to its thread; holds nothing of the application once it has
 * ended.
 */
public final class RepeatedMethod {
    private static final ThreadLocal<RepeatedMethod> CURRENT = ThreadLocal.withInitial(RepeatedMethod::new);

    private Method method;
    private Class<?> target;

    private RepeatedMethod() {}

    /** The state of the calling thread. */
    public static RepeatedMethod current() {
        return CURRENT.get();
    }

    /**
     * Attempts at this method are being set up; {@link #end} has to follow.
     *
     * @param called the method, of an interface perhaps
     * @param type the class it is called on
     */
    public void begin(Method called, Class<?> type) {
        method = called;
        target = type;
    }

    /** They are set up. */
    public void end() {
        method = null;
        target = null;
    }

    /** The method, {@code null} when none is being set up. */
    public Method method() {
        return method;
    }

    /** The class it is called on. */
    public Class<?> target() {
        return target;
    }
}
