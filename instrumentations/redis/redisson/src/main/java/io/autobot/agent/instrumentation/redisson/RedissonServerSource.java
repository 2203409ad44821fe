package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisServerSource;
import java.lang.ref.WeakReference;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.handler.ConnectionWatchdog;
import org.redisson.client.protocol.RedisStrictCommand;

/** Asks through a connection of our own, made by the application's client; its pools never see it. */
final class RedissonServerSource implements RedisServerSource {
    private final WeakReference<RedisClient> client;
    private final RedisChannel channel;

    RedissonServerSource(RedisClient client, RedisChannel channel) {
        this.client = new WeakReference<>(client);
        this.channel = channel;
    }

    @Override
    public RedisServer server() {
        RedisClient living = client.get();
        return living == null || living.isShutdown() ? null : channel.server();
    }

    @Override
    public boolean isPool() {
        return true;
    }

    @Override
    public String info() {
        RedisClient living = client.get();
        if (living == null || living.isShutdown()) {
            return "";
        }
        RedisConnection own = living.connect();
        try {
            return own.sync(StringCodec.INSTANCE, new RedisStrictCommand<String>("INFO"));
        } finally {
            // It would tell the application's listeners that the server is gone, and open the connection again.
            own.getChannel().pipeline().remove(ConnectionWatchdog.class);
            own.closeAsync();
        }
    }
}
