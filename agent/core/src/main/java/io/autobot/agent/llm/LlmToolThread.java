package io.autobot.agent.llm;

/**
 * The executions of tools under way on a thread, one within the other: a tool may ask a model that asks for tools.
 * Frameworks lead one execution through several of their methods; the outermost opens it, and what happens further in
 * adds to it. Confined to its thread; nothing is allocated once it is there.
 */
public final class LlmToolThread {
    /** What {@link #open} never returns, so that advice that did not open anything has nothing to close. */
    public static final int NOT_OPENED = 0;

    private static final int DEEPEST = 32;
    private static final ThreadLocal<LlmToolThread> CURRENT = ThreadLocal.withInitial(LlmToolThread::new);

    private final Object[] calls = new Object[DEEPEST];
    private final long[] starts = new long[DEEPEST];
    private final boolean[] failures = new boolean[DEEPEST];
    private int depth;

    private LlmToolThread() {}

    /** The state of the calling thread. */
    public static LlmToolThread current() {
        return CURRENT.get();
    }

    /** By what the innermost execution was opened, {@code null} if there is none. */
    public Object innermost() {
        return depth == 0 ? null : calls[depth - 1];
    }

    /**
     * An execution begins.
     *
     * @param call by which further methods know it again
     * @return for {@link #close}; {@link #NOT_OPENED} past any sensible depth, where nothing is counted
     */
    public int open(Object call) {
        if (depth == DEEPEST) {
            return NOT_OPENED;
        }
        calls[depth] = call;
        failures[depth] = false;
        starts[depth] = System.nanoTime();
        return ++depth;
    }

    /** The innermost execution has failed, whatever becomes of the exception. */
    public void failed() {
        if (depth > 0) {
            failures[depth - 1] = true;
        }
    }

    /**
     * An execution has ended, and with it those within that lost their end.
     *
     * @param opened what {@link #open} returned
     * @param tool counts it; {@code null} for what is none that a model asked for
     */
    public void close(int opened, LlmTool tool) {
        if (opened == NOT_OPENED || opened > depth) {
            return;
        }
        long nanos = System.nanoTime() - starts[opened - 1];
        boolean failed = failures[opened - 1];
        while (depth >= opened) {
            calls[--depth] = null;
        }
        if (tool != null) {
            tool.ended(nanos, failed);
        }
    }
}
