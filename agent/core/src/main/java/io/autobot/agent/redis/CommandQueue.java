package io.autobot.agent.redis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The commands that were sent and not yet replied, oldest first. One thread sends, one receives; they may be two. No
 * lock, and no allocation as long as few commands are under way: a small ring that grows for pipelines by chained
 * rings, of which only the last is kept.
 */
final class CommandQueue {
    private static final int FIRST_CAPACITY = 16;

    /** A pipeline of any length costs chunks of this size, and leaves one of them behind. */
    private static final int LARGEST_CAPACITY = 4_096;

    private static final VarHandle WRITTEN;
    private static final VarHandle READ;
    private static final VarHandle NEXT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WRITTEN = lookup.findVarHandle(Ring.class, "written", int.class);
            READ = lookup.findVarHandle(Ring.class, "read", int.class);
            NEXT = lookup.findVarHandle(Ring.class, "next", Ring.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private Ring sending = new Ring(FIRST_CAPACITY);
    private Ring receiving = sending;
    private int code;
    private long start;

    private static final class Ring {
        private final int[] codes;
        private final long[] starts;
        private int written;
        private int read;
        private Ring next;

        Ring(int capacity) {
            codes = new int[capacity];
            starts = new long[capacity];
        }
    }

    /** Adds a command. By the sending thread only. */
    void add(int commandCode, long startNanos) {
        Ring ring = sending;
        int written = ring.written;
        if (written - (int) READ.getAcquire(ring) == ring.codes.length) {
            ring = new Ring(Math.min(2 * ring.codes.length, LARGEST_CAPACITY));
            written = 0;
        }
        int slot = written & ring.codes.length - 1;
        ring.codes[slot] = commandCode;
        ring.starts[slot] = startNanos;
        WRITTEN.setRelease(ring, written + 1);
        if (ring != sending) {
            NEXT.setRelease(sending, ring);
            sending = ring;
        }
    }

    /** Takes the oldest command, to be read by {@link #code} and {@link #start}. By the receiving thread only. */
    boolean poll() {
        while (true) {
            Ring ring = receiving;
            // The successor first: once it is seen, nothing more is written to this ring.
            Ring next = (Ring) NEXT.getAcquire(ring);
            int read = ring.read;
            if (read != (int) WRITTEN.getAcquire(ring)) {
                int slot = read & ring.codes.length - 1;
                code = ring.codes[slot];
                start = ring.starts[slot];
                READ.setRelease(ring, read + 1);
                return true;
            }
            if (next == null) {
                return false;
            }
            receiving = next;
        }
    }

    /** The command that {@link #poll} took. */
    int code() {
        return code;
    }

    /** {@link System#nanoTime} when the command that {@link #poll} took was handed to the client. */
    long start() {
        return start;
    }
}
