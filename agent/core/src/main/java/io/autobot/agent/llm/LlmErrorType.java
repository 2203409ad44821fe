package io.autobot.agent.llm;

import java.util.Locale;

/** What went wrong with a call: the values of the {@code error_type} label. */
enum LlmErrorType {
    RATE_LIMIT,
    QUOTA,
    AUTH,
    CONTEXT_LENGTH,
    CONTENT_FILTER,
    NOT_FOUND,
    BAD_REQUEST,
    OVERLOADED,
    SERVER,
    TIMEOUT,
    CONNECTION,
    PROTOCOL;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The label value. */
    String id() {
        return id;
    }

    /** Whether it says that the provider itself does not work. */
    boolean isOutage() {
        return this == OVERLOADED || this == SERVER || this == TIMEOUT || this == CONNECTION || this == PROTOCOL;
    }
}
