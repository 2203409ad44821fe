package io.autobot.agent.instrumentation;

import java.lang.invoke.MethodHandles;

/** Loaded beside advice, so that its look-up sees what advice sees. */
public final class LookupExposer {
    private LookupExposer() {}

    /** A look-up in the class loader of the advice. */
    public static MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }
}
