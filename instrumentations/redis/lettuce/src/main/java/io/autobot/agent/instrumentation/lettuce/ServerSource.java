package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Asks over a connection of our own. Never over one of the application's: in a transaction or behind a blocking command
 * the question would change or wait for what is its. Kept open, because Lettuce may write a line to the application's
 * log for each that it opens. By the sampler's thread only.
 */
abstract class ServerSource implements RedisServerSource {
    private static final int PATIENCE_SECONDS = 2;

    /** Those with a connection, kept alive until it is closed: the sampler holds sources weakly. */
    private static final Set<ServerSource> CONNECTED = ConcurrentHashMap.newKeySet();

    private final RedisChannel original;
    private StatefulRedisConnection<String, String> own;

    /** @param original the application's connection; the server is asked while it is open */
    ServerSource(RedisChannel original) {
        this.original = original;
    }

    /** Opens a connection; {@code null} when the application has dropped its client. */
    abstract StatefulRedisConnection<String, String> open();

    /** The connection is closed. */
    void closed() {}

    RedisServer original() {
        return original.server();
    }

    @Override
    public final RedisServer server() {
        // Not a moment longer: asking a client that was shut down makes Netty complain in the application's log.
        if (original.open() && original.server().port() > 0) {
            return original.server();
        }
        close();
        return null;
    }

    @Override
    public final String info() throws Exception {
        if (own == null) {
            own = open();
        }
        if (own == null) {
            return "";
        }
        CONNECTED.add(this);
        try {
            return own.async().info().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception unanswered) {
            close();
            throw unanswered;
        }
    }

    @Override
    public final void rest() {
        close();
    }

    private void close() {
        CONNECTED.remove(this);
        if (own == null) {
            return;
        }
        StatefulRedisConnection<String, String> closing = own;
        own = null;
        try {
            if (closing.isOpen()) {
                closing.close();
            }
        } finally {
            closed();
        }
    }
}
