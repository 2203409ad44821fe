package io.autobot.agent.tasks;

import java.util.Locale;

/** How urgent the work of a pool is; the values of the {@code priority} label. */
public enum TaskPriority {
    HIGH,
    NORMAL,
    LOW;

    /** The label value, for example {@code high}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Of a pool.
     *
     * @param threads the priority of its threads, {@link Thread#NORM_PRIORITY} if it says nothing
     * @param name of the pool, for example {@code high-priority}
     */
    public static TaskPriority of(int threads, String name) {
        if (threads != Thread.NORM_PRIORITY) {
            return threads > Thread.NORM_PRIORITY ? HIGH : LOW;
        }
        for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (word.equals("high") || word.equals("urgent")) {
                return HIGH;
            }
            if (word.equals("low")) {
                return LOW;
            }
        }
        return NORMAL;
    }
}
