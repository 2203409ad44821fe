package com.acme.flows;

/** Loaded before the agent. */
public abstract class Nightly {
    public static int ran;

    public static void run() {
        ran++;
    }

    /** What subclasses do, under their own names. */
    public void each(int depth) {
        if (depth > 0) {
            each(depth - 1);
        }
    }

    public static final class Cleanup extends Nightly {}

    public static final class Backup extends Nightly {}
}
