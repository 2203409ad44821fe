package io.autobot.agent.resilience;

import java.util.Locale;

/** What happens to a circuit breaker; the values of the {@code event} label. */
public enum BreakerEvent {
    /** It lets no call through any more; forced open included. */
    OPENED,
    /** It lets a few calls through, as a probe. */
    HALF_OPENED,
    /** It lets calls through again; being switched off (disabled, metrics only) while open included. */
    CLOSED,
    /** It refused a call. */
    REJECTED,
    /** The application made it forget what it has seen. */
    RESET;

    /** The label value, for example {@code half_opened}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
