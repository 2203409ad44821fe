package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.spi.Causes;
import io.netty.channel.ConnectTimeoutException;
import java.util.function.BiConsumer;

/** Counts a connection that did not open in time; one of each attempt. */
final class ConnectTimeouts implements BiConsumer<Object, Throwable> {
    private static final int DEEPEST = 8;

    private final RedisChannel channel;

    ConnectTimeouts(RedisChannel channel) {
        this.channel = channel;
    }

    @Override
    public void accept(Object opened, Throwable thrown) {
        if (Causes.include(thrown, ConnectTimeoutException.class, DEEPEST)) {
            channel.connectTimedOut();
        }
    }
}
