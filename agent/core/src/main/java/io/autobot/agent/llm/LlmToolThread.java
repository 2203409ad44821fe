package io.autobot.agent.llm;

import java.util.Objects;

/**
 * The executions of tools under way on a thread, one within the other: a tool may ask a model that asks for tools.
 * Frameworks lead one execution through several of their methods; the outermost opens it, and what happens further in
 * adds to it. It is known again by the tool's name, because executors wrap each other. Confined to its thread; nothing is allocated once it is there.
 */
public final class LlmToolThread {
    /** No execution, so that advice that did not open anything has nothing to close. */
    public static final int NOT_OPENED = 0;

    private static final int DEEPEST = 32;
    private static final ThreadLocal<LlmToolThread> CURRENT = ThreadLocal.withInitial(LlmToolThread::new);

    private final String[] tools = new String[DEEPEST];
    private final long[] starts = new long[DEEPEST];
    private final boolean[] failures = new boolean[DEEPEST];
    private int depth;

    private LlmToolThread() {}

    /** The state of the calling thread. */
    public static LlmToolThread current() {
        return CURRENT.get();
    }

    /** The name of the tool that is executed innermost, {@code null} if there is none. */
    public String innermost() {
        return depth == 0 ? null : tools[depth - 1];
    }

    /**
     * A model's request is executed from now on, perhaps within a tool of the same name.
     *
     * @return for {@link #close}; {@link #NOT_OPENED} past any sensible depth, where nothing is counted
     */
    public int requested(String tool) {
        if (depth == DEEPEST) {
            return NOT_OPENED;
        }
        tools[depth] = tool;
        failures[depth] = false;
        starts[depth] = System.nanoTime();
        return ++depth;
    }

    /**
     * A tool is executed from now on.
     *
     * @return for {@link #close}; {@link #NOT_OPENED} where this is how the innermost request is executed
     */
    public int executed(String tool) {
        return depth > 0 && Objects.equals(tools[depth - 1], tool) ? NOT_OPENED : requested(tool);
    }

    /** The innermost execution has failed, whatever becomes of the exception. */
    public void failed() {
        if (depth > 0) {
            failures[depth - 1] = true;
        }
    }

    /** An execution of this tool has failed; nothing if it is not the innermost. */
    public void failed(String tool) {
        if (depth > 0 && Objects.equals(tools[depth - 1], tool)) {
            failures[depth - 1] = true;
        }
    }

    /**
     * An execution has ended, and with it those within that lost their end.
     *
     * @param opened what {@link #requested} or {@link #executed} returned
     * @param tool counts it; {@code null} for what is none that a model asked for
     */
    public void close(int opened, LlmTool tool) {
        if (opened == NOT_OPENED || opened > depth) {
            return;
        }
        long nanos = System.nanoTime() - starts[opened - 1];
        boolean failed = failures[opened - 1];
        while (depth >= opened) {
            tools[--depth] = null;
        }
        if (tool != null) {
            tool.ended(nanos, failed);
        }
    }
}
