package io.autobot.agent.instrumentation.vertxredis;

import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisConnection;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.redis.RedisServer;
import io.autobot.agent.redis.RedisThread;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/** The conversation of one connection. Does not refer to Vert.x' own object. */
final class VertxConnection {
    private static final boolean[] OWN = own();
    private static final long NOTHING = -1;

    private final RedisConnection state = RedisConnection.closed(RedisDomain.get());
    private volatile boolean ready;
    private volatile boolean oneLeft;
    private volatile boolean subscribed;
    private volatile boolean followsAsk;
    private volatile boolean ended;

    /** Nothing on it is the application's: it leads to a sentinel, or the agent asks the server. */
    private volatile boolean internal;

    private volatile VertxPool pool;
    private volatile boolean lent;

    /** What the application waited for it, until it sends its first command. */
    private long waited = NOTHING;

    VertxConnection(NetSocket socket) {
        SocketAddress address = socket.remoteAddress();
        RedisThread thread = RedisThread.current();
        // All are pooled, and pools count them.
        thread.making(new RedisPoolOrigin(RedisDomain.get()));
        try {
            state.connected(
                    address == null || address.host() == null
                            ? RedisServer.UNKNOWN
                            : new RedisServer(address.host(), address.host(), address.port()));
        } finally {
            thread.making(null);
        }
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

    /** Up to 4.2, where requests are not known when they are queued: a cluster's client uses it. */
    void usedByCluster(boolean follows) {
        followsAsk = follows;
    }

    /** Somebody has it from its pool. */
    void lent(VertxPool lender, long nanos) {
        if (lender.ours()) {
            internal = true;
        }
        if (internal) {
            lender.hide();
        }
        waited = nanos;
        lent = true;
        if (pool == null) {
            pool = lender;
            lender.add(this);
            if (ended) {
                lender.remove(this);
            }
        }
    }

    /** It is back in its pool. */
    void returned() {
        lent = false;
    }

    /** Whether somebody has it from its pool. */
    boolean isLent() {
        return lent;
    }

    /** It is of no further use. */
    void end() {
        ended = true;
        VertxPool lender = pool;
        if (lender != null) {
            lender.remove(this);
        }
        state.disconnected();
    }

    /** The handshake says that a sentinel is at the other end. */
    void leadsToSentinel() {
        internal = true;
    }

    boolean isReady() {
        return ready;
    }

    static boolean isSubscription(int id) {
        return RedisCommands.isSubscription(id);
    }

    /** A subscription begins or ends: it awaits no reply of its own. */
    void subscribing(int id, byte[] channel) {
        subscribed = true;
        boolean own =
                internal || channel != null && "+switch-master".equals(new String(channel, StandardCharsets.UTF_8));
        if (own) {
            RedisThread.current().enterInternal();
        } else {
            used();
        }
        if (ended) {
            state.subscriptionFailed(id);
        } else {
            state.sentSubscription(id);
        }
        if (own) {
            RedisThread.current().exitInternal();
        }
    }

    /**
     * A command entered the queue of those that await a reply.
     *
     * @param first its first argument, where that matters
     * @param moved whether the client will ask elsewhere if the reply is MOVED
     * @param ask whether it will if the reply is ASK
     */
    void sent(int id, byte[] first, long start, boolean moved, boolean ask) {
        boolean own = enter(id, first);
        if (ended) {
            // The oldest versions queue it all the same, and may never tell anybody.
            state.sendFailed(id, start);
        } else if (id == RedisCommands.SELECT) {
            state.sentSelect(index(first), start);
        } else if (moved || ask || followsAsk) {
            state.sentFollowing(id, start, moved, ask || followsAsk);
        } else {
            state.sent(id, start);
        }
        if (own) {
            RedisThread.current().exitInternal();
        }
    }

    /** A command did not enter the queue: the connection is closed, or the queue is full. */
    void refused(int id, byte[] first, long start) {
        boolean own = enter(id, first);
        state.sendFailed(id, start);
        if (own) {
            RedisThread.current().exitInternal();
        }
    }

    /** Whether the command is not the application's. */
    private boolean enter(int id, byte[] first) {
        boolean own = !ready || internal || isOwn(id, first);
        if (oneLeft) {
            oneLeft = false;
            ready = true;
        }
        if (own) {
            RedisThread.current().enterInternal();
        } else {
            used();
        }
        return own;
    }

    private void used() {
        if (waited != NOTHING) {
            long nanos = waited;
            waited = NOTHING;
            VertxPool lender = pool;
            if (lender != null) {
                lender.used(nanos);
            }
        }
    }

    /** What Vert.x asks to find its way through clusters, sentinels and replicas. */
    static boolean isOwn(int id, byte[] first) {
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
