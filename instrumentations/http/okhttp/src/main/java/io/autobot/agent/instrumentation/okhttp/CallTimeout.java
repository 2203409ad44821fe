package io.autobot.agent.instrumentation.okhttp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import okhttp3.Call;
import okio.Timeout;

/**
 * The time that a call may take as a whole, which there is since 3.12. When it is up the call cancels itself; in 3.12 and
 * 3.13 that is told from a cancellation only after we have seen it, so the clock has to say.
 */
final class CallTimeout {
    private static final MethodHandle TIMEOUT = timeout();

    /** The call looked at its clock before we did, in the very first one long before. */
    private static final int TOLERANCE = 10;

    private CallTimeout() {}

    /** Whether a call that began then, by {@link System#nanoTime}, has had its time and the library cannot tell yet. */
    static boolean hasPassed(Call call, long start) {
        if (TIMEOUT == null) {
            return false;
        }
        try {
            long nanos = ((Timeout) TIMEOUT.invokeExact(call)).timeoutNanos();
            return nanos > 0 && System.nanoTime() - start >= nanos - nanos / TOLERANCE;
        } catch (Throwable unreadable) {
            return false;
        }
    }

    private static MethodHandle timeout() {
        try {
            // There to 3.13.
            Class.forName("okhttp3.internal.connection.StreamAllocation");
            return MethodHandles.publicLookup()
                    .findVirtual(Call.class, "timeout", MethodType.methodType(Timeout.class));
        } catch (ReflectiveOperationException otherReleases) {
            return null;
        }
    }
}
