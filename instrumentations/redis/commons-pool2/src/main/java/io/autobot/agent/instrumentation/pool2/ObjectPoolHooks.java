package io.autobot.agent.instrumentation.pool2;

import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.spi.Description;

/**
 * Hooks into commons-pool2's object pool (2.4.3 to 2.13), which every Redis client that pools uses. Shared by their
 * instrumentations: woven while one of them is on.
 */
public final class ObjectPoolHooks {
    private ObjectPoolHooks() {}

    /** Adds the hooks to a client's description. */
    public static void describe(Description client) {
        // The duration overload came with 2.10, where the other delegates to it.
        client.type("org.apache.commons.pool2.impl.GenericObjectPool")
                .ofAnotherLibrary()
                .onFirst(
                        hook(method("borrowObject").takes("java.time.Duration"), BorrowAdvice.class),
                        hook(method("borrowObject").takes("long"), BorrowAdvice.class));
    }
}
