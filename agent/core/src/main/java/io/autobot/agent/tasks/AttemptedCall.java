package io.autobot.agent.tasks;

/**
 * One call that a library may attempt several times on this thread, from its beginning to its end; for libraries that
 * decide on the next attempt in several steps. Calls nest. Confined to its thread.
 */
public final class AttemptedCall {
    private static final ThreadLocal<AttemptedCall> CURRENT = new ThreadLocal<>();

    private final AttemptedCall outer;
    private final Object code;
    private Object failed;
    private Throwable failure;
    private int questions;

    private AttemptedCall(AttemptedCall outer, Object code) {
        this.outer = outer;
        this.code = code;
    }

    /** The innermost call on this thread, or {@code null}. */
    public static AttemptedCall current() {
        return CURRENT.get();
    }

    /** A call of this code begins; {@link #end} has to follow. */
    public static AttemptedCall begin(Object code) {
        AttemptedCall begun = new AttemptedCall(CURRENT.get(), code);
        CURRENT.set(begun);
        return begun;
    }

    /** The call has ended; nothing of it stays with the thread. */
    public void end() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    /** The application's object that is called. */
    public Object code() {
        return code;
    }

    /**
     * An attempt has failed; nothing is decided yet.
     *
     * @param context the library's object for all attempts of this call
     */
    public void failed(Object context, Throwable thrown) {
        failed = context;
        failure = thrown;
        questions = 0;
    }

    /** Whether an attempt with this context has failed in this call. */
    public boolean hasFailed(Object context) {
        return failed == context;
    }

    /** How the last attempt ended. */
    public Throwable failure() {
        return failure;
    }

    /** The library asks whether to go on; how often it has done so since the last attempt failed, this time included. */
    public int question() {
        return ++questions;
    }
}
