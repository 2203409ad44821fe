package io.autobot.agent.instrumentation.lettuce;

import java.util.stream.Stream;

/**
 * Tells the connections that Lettuce opens for itself (topology, sentinel look-ups, health checks) from those of the
 * application: by who is on the stack when one is constructed. That is rare enough for a look at the stack, where hooks
 * would have to follow a dozen internal methods through all versions.
 */
final class OwnConnections {
    /** From an internal caller to the constructor there are some ten frames, in reactive ones up to forty. */
    private static final int FRAMES = 64;

    private static final StackWalker STACK = StackWalker.getInstance();

    private OwnConnections() {}

    /** Whether the current thread opens a connection on Lettuce's own account. */
    static boolean isBeingOpened() {
        return STACK.walk(OwnConnections::hasOwner);
    }

    private static boolean hasOwner(Stream<StackWalker.StackFrame> frames) {
        return frames.limit(FRAMES).anyMatch(OwnConnections::isOwner);
    }

    private static boolean isOwner(StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        if (!type.startsWith("io.lettuce.core.")) {
            return false;
        }
        return type.startsWith("io.lettuce.core.cluster.topology.")
                || type.startsWith("io.lettuce.core.failover.health.")
                || type.startsWith("io.lettuce.core.master") && type.contains("Topology")
                || frame.getMethodName().contains("lookupRedis");
    }
}
