package io.autobot.agent.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A place where replies wait until a test lets them on. Safe for use by several threads. */
public final class Gate {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final String name;
    private long permits;
    private long arrived;
    private boolean open;

    Gate(String name) {
        this.name = name;
    }

    /** Opens for good. */
    public synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Lets so many waits through, now or later. */
    public synchronized void pass(int waits) {
        permits += waits;
        notifyAll();
    }

    /** How many replies have come to this gate so far, let through or not. */
    public synchronized long arrived() {
        return arrived;
    }

    /**
     * Returns when so many replies have come to this gate: everything before it has been written by then.
     *
     * @throws AssertionError when they have not come within 30 seconds
     */
    public synchronized void awaitArrived(long replies) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (arrived < replies) {
            if (!await(end)) {
                throw new AssertionError("at gate " + name + " came " + arrived + ", not " + replies);
            }
        }
    }

    /**
     * Waits as a reply.
     *
     * @throws IllegalStateException when nobody opened for two minutes
     */
    public synchronized void enter() {
        arrived++;
        notifyAll();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!open && permits == 0) {
            if (!await(end)) {
                throw new IllegalStateException("gate " + name + " was not opened within " + PATIENCE);
            }
        }
        permits -= open ? 0 : 1;
    }

    private boolean await(long end) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
