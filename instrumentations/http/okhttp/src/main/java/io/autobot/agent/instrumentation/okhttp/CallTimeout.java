package io.autobot.agent.instrumentation.okhttp;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.Timeout;

/**
 * The time that a call may take as a whole, which there is since 3.12. When it is up the call cancels itself; in 3.12 and
 * 3.13 that is told from a cancellation only after we have seen it.
 */
final class CallTimeout {
    private static final MethodHandle TIMEOUT = timeout();

    /** The call looked at its clock a moment before we did. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private CallTimeout() {}

    /** Whether a call that began then, by {@link System#nanoTime}, has had its time. */
    static boolean hasPassed(Call call, long start) {
        if (TIMEOUT == null) {
            return false;
        }
        try {
            long nanos = ((Timeout) TIMEOUT.invokeExact(call)).timeoutNanos();
            return nanos > 0 && System.nanoTime() - start >= nanos - MOMENT_NANOS;
        } catch (Throwable unreadable) {
            return false;
        }
    }

    private static MethodHandle timeout() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Call.class, "timeout", MethodType.methodType(Timeout.class));
        } catch (ReflectiveOperationException before) {
            return null;
        }
    }
}
