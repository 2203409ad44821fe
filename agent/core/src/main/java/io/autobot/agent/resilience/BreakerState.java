package io.autobot.agent.resilience;

/** Whether a circuit breaker lets calls through, from the best to the worst. */
public enum BreakerState {
    /** All calls; disabled and metrics-only breakers too. */
    CLOSED(0),
    /** A few calls, as a probe. */
    HALF_OPEN(2),
    /** None; forced open too. */
    OPEN(1);

    private final int value;

    BreakerState(int value) {
        this.value = value;
    }

    /** The value of the gauge. */
    public int value() {
        return value;
    }
}
