package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisChannel;
import io.autobot.agent.redis.RedisDatabase;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisThread;
import java.net.InetSocketAddress;
import org.redisson.client.RedisClient;
import org.redisson.misc.RedisURI;

/**
 * One server as Redisson knows it, with one database for good: Redisson selects it in the configuration and never
 * again. Does not refer to Redisson's own object.
 */
final class RedissonNode {
    private final RedisPoolOrigin origin;
    private final RedisChannel channel;
    private final RedissonServerSource source;
    private volatile boolean reached;

    RedissonNode(RedisClient client) {
        RedisDomain domain = RedisDomain.get();
        origin = new RedisPoolOrigin(domain);
        RedisThread thread = RedisThread.current();
        RedisPoolOrigin before = thread.making();
        // Its connections are a pool's, which counts them.
        thread.making(origin);
        try {
            channel = RedisChannel.opening(domain, false);
        } finally {
            thread.making(before);
        }
        channel.intends(RedisServer.UNKNOWN, client.getConfig().getDatabase());
        source = new RedissonServerSource(client, channel);
    }

    RedisChannel channel() {
        return channel;
    }

    RedisDatabase database() {
        return origin.database();
    }

    /** The alias of its database. */
    String alias() {
        return origin.alias();
    }

    /** A connection to it is open: from now on its address is known, and it can be asked about itself. */
    void reached(RedisClient client) {
        if (reached) {
            return;
        }
        synchronized (this) {
            if (!reached) {
                channel.connected(server(client));
                RedisDomain.get().askThrough(source);
                reached = true;
            }
        }
    }

    private static RedisServer server(RedisClient client) {
        RedisURI written = client.getConfig().getAddress();
        InetSocketAddress address = client.getAddr();
        String numeric = address == null || address.getAddress() == null
                ? ""
                : address.getAddress().getHostAddress();
        return new RedisServer(written.getHost(), numeric, written.getPort());
    }
}
