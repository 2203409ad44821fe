package io.autobot.agent.resilience;

/**
 * One circuit breaker of the application: told what happens to it, it counts under the breaker's name. Any thread; no
 * lock, and nothing allocated once a kind of event has been seen.
 */
public final class Breaker {
    private final ResilienceMetrics metrics;
    private final BreakerRecorder recorder;
    private final BreakerView view;

    /** Why it is open, or was last. */
    private volatile BreakerReason lastOpening;

    Breaker(ResilienceMetrics metrics, BreakerRecorder recorder, BreakerView view) {
        this.metrics = metrics;
        this.recorder = recorder;
        this.view = view;
    }

    /** Shows it in the gauges for as long as its library's object lives; it is held weakly. Once. */
    public void show() {
        metrics.show(this);
    }

    /** It is open for this reason without having opened just now: first seen so, or held open from now on. */
    public void isOpenFor(BreakerReason reason) {
        lastOpening = reason;
    }

    /** It opened. */
    public void opened(BreakerReason reason) {
        lastOpening = reason;
        recorder.count(BreakerEvent.OPENED, reason);
    }

    /** It began to probe. */
    public void halfOpened(BreakerReason reason) {
        recorder.count(BreakerEvent.HALF_OPENED, reason);
    }

    /** It closed, or was switched off while it did not let everything through. */
    public void closed(BreakerReason reason) {
        recorder.count(BreakerEvent.CLOSED, reason);
    }

    /** It refused a call, for the reason for which it opened last. */
    public void rejected() {
        BreakerReason opening = lastOpening;
        // Nobody saw it open: it was made so.
        recorder.count(BreakerEvent.REJECTED, opening == null ? BreakerReason.MANUAL : opening);
    }

    /** The application reset it. */
    public void reset() {
        recorder.count(BreakerEvent.RESET, BreakerReason.MANUAL);
    }

    /** The value of the {@code database} label. */
    String name() {
        return recorder.name();
    }

    BreakerView view() {
        return view;
    }
}
