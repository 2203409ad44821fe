package io.autobot.agent.spi;

/**
 * For advice that is handed an object of a type only the application knows: a listener, a handler, a store. Its class
 * is woven the first time the library meets it, by a template that the instrumentation describes.
 *
 * <p>Any thread. Never throws.
 */
public final class Weaving {
    /** Weaves classes on request. */
    public interface Weaver {
        /** As {@link Weaving#ensureWoven}. */
        boolean ensureWoven(Class<?> type, String instrumentation, String template) throws Exception;
    }

    private static volatile Weaver weaver;

    private Weaving() {}

    /** Says who weaves; once, when the agent starts. */
    public static void provide(Weaver provided) {
        weaver = provided;
    }

    /**
     * Weaves a class and those it inherits from by a template, before it returns. What is woven already costs one
     * look-up, so this may stand in front of every call that takes a listener. The woven methods may call each other
     * ({@code super.onMessage}); advice that must not run twice says so itself.
     *
     * @param type the class of the application's object
     * @param instrumentation name of an instrumentation that is switched on
     * @param template as given to {@link Description#template}
     * @return whether the class is woven; {@code false} for a lambda's class, which the JVM does not let anyone change
     */
    public static boolean ensureWoven(Class<?> type, String instrumentation, String template) {
        try {
            Weaver present = weaver;
            return present != null && present.ensureWoven(type, instrumentation, template);
        } catch (Throwable unwoven) {
            // Whoever weaves has counted it; the application must not notice.
            return false;
        }
    }
}
