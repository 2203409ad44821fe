package io.autobot.agent.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * One connection to a Redis server, as any client sees it: commands go out in order, replies come back in the same
 * order. Tells each command's outcome to the metrics; follows the database through SELECT, transactions included.
 *
 * <p>One thread sends and one receives at a time, as the protocol demands of every client; they may be two threads.
 */
public final class RedisConnection extends RedisLink {
    private static final int ID_MASK = 0xFFF;
    private static final int INTERNAL = 0x1000;
    private static final int FOLLOWS_MOVED = 0x2000;
    private static final int FOLLOWS_ASK = 0x4000;
    private static final int DATABASE_SHIFT = 15;

    private final CommandQueue pending = new CommandQueue();

    // Written by the sender.
    private int withoutReply;
    private volatile boolean subscribed;

    // Followed by the receiver.
    private boolean transaction;
    private int queued;
    private int queuedPublishes;
    private List<int[]> queuedSelects;

    private RedisConnection(RedisDomain domain, int index) {
        super(domain, index);
    }

    /** A connection that has not been opened yet. */
    public static RedisConnection closed(RedisDomain domain) {
        return new RedisConnection(domain, 0);
    }

    /** A connection that was open before it was seen; its database is unknown until SELECT or a reconnect. */
    public static RedisConnection alreadyOpen(RedisDomain domain) {
        RedisConnection connection = new RedisConnection(domain, RedisServer.UNKNOWN_INDEX);
        connection.opened();
        return connection;
    }

    /** A socket was opened: a new conversation, in database 0. */
    public void connected(RedisServer connectedTo) {
        abandon();
        reached(connectedTo, RedisThread.current().making());
        withoutReply = 0;
        subscribed = false;
        transaction = false;
        select(0);
        opened();
    }

    /** No socket could be opened. */
    public void connectFailed(boolean timedOut) {
        if (timedOut) {
            RedisPoolOrigin origin = RedisThread.current().making();
            (origin == null ? recorder() : origin.database()).connectTimeout();
        }
    }

    /** The connection was closed; what is still without a reply will never get one. */
    public void disconnected() {
        abandon();
        closed();
    }

    /**
     * A command was handed to the client's buffer.
     *
     * @param id of {@link RedisCommands}
     * @param start {@link System#nanoTime} before
     */
    public void sent(int id, long start) {
        sent(id, start, RedisServer.UNKNOWN_INDEX);
    }

    /**
     * A command was handed to the client's buffer, and the client asks another server if the reply says so; see {@link
     * #repliedElsewhere}.
     *
     * @param start when the first attempt at the command began
     */
    public void sentFollowing(int id, long start, boolean moved, boolean ask) {
        sent(id | (moved ? FOLLOWS_MOVED : 0) | (ask ? FOLLOWS_ASK : 0), start, RedisServer.UNKNOWN_INDEX);
    }

    /** SELECT was handed to the client's buffer. */
    public void sentSelect(int index, long start) {
        sent(RedisCommands.SELECT, start, index);
    }

    private void sent(int command, long start, int index) {
        RedisThread thread = RedisThread.current();
        int code = command;
        int id = command & ID_MASK;
        if (thread.internal() || id == RedisCommands.ASKING && thread.inCall()) {
            code |= INTERNAL;
        }
        if (withoutReply != 0) {
            sentWithoutReply(code);
        } else {
            pending.add(code | index + 1 << DATABASE_SHIFT, thread.startOr(start));
        }
    }

    private void sentWithoutReply(int code) {
        if (withoutReply > 0) {
            withoutReply--;
        }
        if ((code & INTERNAL) == 0) {
            recorder().operation(code & ID_MASK).counted();
        }
    }

    /** SUBSCRIBE, MONITOR and their like were sent: their replies come whenever they come. */
    public void sentSubscription(int id) {
        subscribed = true;
        if (!RedisThread.current().internal()) {
            recorder().operation(id).counted();
        }
    }

    /** A subscription could not be handed over. */
    public void subscriptionFailed(int id) {
        if (!RedisThread.current().internal()) {
            recorder().operation(id).erredUntimed();
        }
    }

    /** {@code CLIENT REPLY OFF}, {@code SKIP} or {@code ON} was sent. */
    public void sentClientReply(String mode, long start) {
        if (mode.equalsIgnoreCase("ON")) {
            withoutReply = 0;
            sent(RedisCommands.CLIENT_REPLY, start);
            return;
        }
        recorder().operation(RedisCommands.CLIENT_REPLY).counted();
        withoutReply = mode.equalsIgnoreCase("OFF") ? -1 : 1;
    }

    /** A command could not be handed over: no connection, or the connection broke while writing. */
    public void sendFailed(int id, long start) {
        RedisThread thread = RedisThread.current();
        if (!thread.internal()) {
            thread.recorded();
            recorder().operation(id).error(System.nanoTime() - thread.startOr(start));
        }
    }

    /**
     * A reply was read.
     *
     * @param reply {@code null} for nil, {@code byte[]}, {@code Long}, {@code List}, ... as RESP has them
     */
    public void replied(Object reply) {
        if (subscribed && pushed(reply)) {
            return;
        }
        if (!pending.poll()) {
            return;
        }
        int code = pending.code();
        int id = code & ID_MASK;
        if ((code & INTERNAL) == 0) {
            RedisOperation operation = recorder().operation(id);
            long nanos = System.nanoTime() - pending.start();
            if (transaction || !RedisCommands.isLookup(id)) {
                operation.success(nanos);
            } else if (isMiss(reply)) {
                operation.miss(nanos);
            } else {
                operation.hit(nanos);
            }
        }
        follow(id, code, reply);
    }

    /** The server answered with an error; the connection goes on. */
    public void repliedError() {
        if (!pending.poll()) {
            return;
        }
        pendingFailed();
        int id = pending.code() & ID_MASK;
        if (id == RedisCommands.EXEC || id == RedisCommands.DISCARD) {
            transaction = false;
        }
    }

    /** The server sent the command elsewhere (MOVED, ASK). Followed by the client, it is no outcome. */
    public void repliedRedirection() {
        RedisThread thread = RedisThread.current();
        if (!thread.inCall()) {
            repliedError();
        } else if (pending.poll() && (pending.code() & INTERNAL) == 0) {
            thread.redirected(recorder().operation(pending.code() & ID_MASK), pending.start());
        }
    }

    /**
     * The server sent the command elsewhere, on a connection whose client sends each command's next attempt from any
     * thread: no outcome if {@link #sentFollowing} said that the client follows, else an error.
     *
     * @param moved by MOVED, else by ASK
     */
    public void repliedElsewhere(boolean moved) {
        if (pending.poll() && (pending.code() & (moved ? FOLLOWS_MOVED : FOLLOWS_ASK)) == 0) {
            pendingFailed();
        }
    }

    /**
     * No reply could be read: the connection is of no further use, and nothing that was sent will be answered.
     *
     * @param timedOut no reply came in time
     */
    public void replyFailed(boolean timedOut) {
        if (timedOut && pending.poll() && (pending.code() & INTERNAL) == 0) {
            RedisThread.current().recorded();
            recorder().operation(pending.code() & ID_MASK).timeout(System.nanoTime() - pending.start());
        }
        abandon();
    }

    /** What is pending will never be answered. */
    public void abandon() {
        while (pending.poll()) {
            pendingFailed();
        }
    }

    /** The command just taken from the queue ended in an error. */
    private void pendingFailed() {
        if ((pending.code() & INTERNAL) == 0) {
            RedisThread.current().recorded();
            recorder().operation(pending.code() & ID_MASK).error(System.nanoTime() - pending.start());
        }
    }

    private static boolean isMiss(Object reply) {
        return reply == null || reply instanceof List<?> list && list.isEmpty();
    }

    /** Changes of the conversation's state, in the order the server made them. */
    private void follow(int id, int code, Object reply) {
        if (transaction) {
            followTransaction(id, code, reply);
        } else if (id == RedisCommands.SELECT) {
            int index = (code >>> DATABASE_SHIFT) - 1;
            select(index);
            RedisPoolOrigin origin = RedisThread.current().making();
            if (origin != null) {
                origin.selects(index);
            }
        } else if (id == RedisCommands.MULTI) {
            transaction = true;
            queued = 0;
            queuedPublishes = 0;
            queuedSelects = null;
        } else if (id == RedisCommands.PUBLISH || id == RedisCommands.SPUBLISH) {
            recorder().published();
        } else if (id == RedisCommands.RESET) {
            select(0);
        }
    }

    private void followTransaction(int id, int code, Object reply) {
        if (id == RedisCommands.EXEC) {
            transaction = false;
            if (reply instanceof List<?> results) {
                executed(results);
            }
        } else if (id == RedisCommands.DISCARD || id == RedisCommands.RESET) {
            transaction = false;
        } else {
            if (id == RedisCommands.SELECT) {
                queuedSelects = queuedSelects == null ? new ArrayList<>() : queuedSelects;
                queuedSelects.add(new int[] {queued, (code >>> DATABASE_SHIFT) - 1});
            }
            if (id == RedisCommands.PUBLISH || id == RedisCommands.SPUBLISH) {
                queuedPublishes++;
            }
            queued++;
        }
    }

    private void executed(List<?> results) {
        for (int i = 0; i < queuedPublishes; i++) {
            recorder().published();
        }
        if (queuedSelects != null) {
            for (int[] select : queuedSelects) {
                if (select[0] < results.size() && !(results.get(select[0]) instanceof Throwable)) {
                    select(select[1]);
                }
            }
        }
    }

    /** Whether this is a message or a (un)subscription's confirmation rather than the reply to a command. */
    private boolean pushed(Object reply) {
        if (!(reply instanceof List<?> list) || list.isEmpty() || !(list.get(0) instanceof byte[] kind)) {
            return false;
        }
        int push = RedisPush.of(kind);
        if (push == RedisPush.MESSAGE) {
            if (!RedisThread.current().internal()) {
                recorder().received();
            }
        } else if (push == RedisPush.UNSUBSCRIBED && list.size() > 2 && list.get(2) instanceof Long left && left == 0) {
            subscribed = false;
        }
        return push != RedisPush.NONE;
    }
}
