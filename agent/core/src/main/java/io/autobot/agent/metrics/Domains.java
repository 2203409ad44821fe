package io.autobot.agent.metrics;

/**
 * Where the domains find themselves: made with the first event of any of them, so that a service in which nothing is
 * counted never loads one. Asked when something is opened or seen for the first time, not for every event. Any thread.
 */
public final class Domains {
    /** Makes and keeps the domains. */
    public interface Source {
        /** The domain of this class. */
        Object domain(Class<?> type);
    }

    private static volatile Source source;

    private Domains() {}

    /** Says where they come from; once, when the agent starts. */
    public static void provide(Source provided) {
        source = provided;
    }

    /** The domain of this class in this JVM. */
    public static <D> D get(Class<D> type) {
        return type.cast(source.domain(type));
    }
}
