package io.autobot.agent.instrumentation.executors;

/** Tells virtual threads, of which JDK 17 has none. Any thread. */
final class VirtualThreads {
    private static final Class<?> TYPE = type();

    private VirtualThreads() {}

    private static Class<?> type() {
        try {
            return Class.forName("java.lang.BaseVirtualThread");
        } catch (ClassNotFoundException before21) {
            return null;
        }
    }

    static boolean is(Thread thread) {
        return TYPE != null && TYPE.isInstance(thread);
    }
}
