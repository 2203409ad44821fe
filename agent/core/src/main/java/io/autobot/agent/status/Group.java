package io.autobot.agent.status;

/**
 * What instrumentations feed: a category of metric families and, in configuration, the name that switches all its
 * members at once.
 */
public enum Group {
    WORKFLOW,
    GITHUB,
    TASKS,
    REDIS,
    RESILIENCE,
    LLM,
    KNOWLEDGE,
    WEBSOCKET,
    HTTP,
    INFERENCE,
    API;

    /** The name used in configuration and in the health report, for example {@code redis}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
