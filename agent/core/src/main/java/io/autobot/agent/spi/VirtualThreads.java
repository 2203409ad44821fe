package io.autobot.agent.spi;

/** Tells virtual threads, of which JDK 17 has none. Any thread; no more than a look at the object's class. */
public final class VirtualThreads {
    private static final Class<?> TYPE = type();

    private VirtualThreads() {}

    private static Class<?> type() {
        try {
            return Class.forName("java.lang.BaseVirtualThread");
        } catch (ClassNotFoundException before21) {
            return null;
        }
    }

    /** Whether this one is virtual: what is kept beside it would be allocated for each task. */
    public static boolean is(Thread thread) {
        return TYPE != null && TYPE.isInstance(thread);
    }
}
