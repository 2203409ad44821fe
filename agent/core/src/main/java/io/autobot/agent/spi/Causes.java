package io.autobot.agent.spi;

/** What exceptions say that libraries wrap, in several layers or none. Any thread. */
public final class Causes {
    private Causes() {}

    /**
     * Whether a failure, or a cause of it, is of this type.
     *
     * @param thrown {@code null} for none
     * @param deepest at how many it looks, since chains may be circles
     */
    public static boolean include(Throwable thrown, Class<? extends Throwable> type, int deepest) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < deepest; depth++) {
            if (type.isInstance(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
