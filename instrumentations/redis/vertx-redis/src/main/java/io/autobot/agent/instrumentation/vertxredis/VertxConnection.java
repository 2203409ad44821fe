package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisConnection;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisThread;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/** The conversation of one connection. Does not refer to Vert.x' own object. */
final class VertxConnection {
    private static final boolean[] OWN = own();

    private final RedisConnection state = RedisConnection.closed(RedisDomain.get());
    private volatile boolean ready;
    private volatile boolean oneLeft;
    private volatile boolean subscribed;
    private volatile boolean ofCluster;
    private volatile boolean followsMoved;

    VertxConnection(NetSocket socket) {
        SocketAddress address = socket.remoteAddress();
        state.connected(
                address == null || address.host() == null
                        ? RedisServer.UNKNOWN
                        : new RedisServer(address.host(), address.host(), address.port()));
    }

    RedisConnection state() {
        return state;
    }

    /** The handshake is over. */
    void ready() {
        ready = true;
    }

    /** The handshake is over now, or with the next command. */
    void lastOfHandshake(boolean oneCommandLeft) {
        oneLeft = oneCommandLeft;
        ready = !oneCommandLeft;
    }

    /** Whether what comes in may be a message. */
    boolean subscribed() {
        return subscribed;
    }

    /** Whether a cluster's client uses it and follows this redirection. */
    boolean follows(boolean moved) {
        return ofCluster && (followsMoved || !moved);
    }

    void usedByCluster(boolean moves) {
        followsMoved = moves;
        ofCluster = true;
    }

    static boolean isSubscription(int id) {
        return RedisCommands.isSubscription(id);
    }

    /** A subscription begins or ends: it awaits no reply of its own. */
    void subscribing(int id, byte[] channel) {
        subscribed = true;
        boolean own = channel != null && "+switch-master".equals(new String(channel, StandardCharsets.UTF_8));
        if (own) {
            RedisThread.current().enterInternal();
        }
        state.sentSubscription(id);
        if (own) {
            RedisThread.current().exitInternal();
        }
    }

    /**
     * A command entered the queue of those that await a reply.
     *
     * @param first its first argument, where that matters
     */
    void sent(int id, byte[] first, long start) {
        boolean own = !ready || isOwn(id, first);
        if (oneLeft) {
            oneLeft = false;
            ready = true;
        }
        if (own) {
            RedisThread.current().enterInternal();
        }
        if (id == RedisCommands.SELECT) {
            state.sentSelect(index(first), start);
        } else {
            state.sent(id, start);
        }
        if (own) {
            RedisThread.current().exitInternal();
        }
    }

    /** What Vert.x asks to find its way through clusters, sentinels and replicas. */
    private static boolean isOwn(int id, byte[] first) {
        return OWN[id]
                || id == RedisCommands.INFO
                        && first != null
                        && "REPLICATION".equals(new String(first, StandardCharsets.US_ASCII));
    }

    private static int index(byte[] argument) {
        try {
            return Integer.parseInt(new String(argument, StandardCharsets.US_ASCII));
        } catch (RuntimeException notANumber) {
            // The server will say so.
            return -1;
        }
    }

    private static boolean[] own() {
        boolean[] own = new boolean[RedisCommands.count()];
        for (int id = 0; id < own.length; id++) {
            String name = RedisCommands.name(id);
            own[id] = id == RedisCommands.ASKING
                    || id == RedisCommands.READONLY
                    || name.equals("cluster_slots")
                    || name.startsWith("sentinel");
        }
        return own;
    }
}
