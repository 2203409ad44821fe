package io.autobot.agent.redis;

/**
 * A connection to a Redis server whose client tells of each command's end by itself, in any order and on any thread:
 * Lettuce, Redisson, Vert.x. The client's hook keeps when a command began and calls exactly one method for it when it
 * ends; nothing is kept here for a command.
 *
 * <p>Outcomes may be told by any thread.
 */
public final class RedisChannel extends RedisLink {
    private final boolean ignored;
    private final RedisPoolOrigin maker;
    private volatile int index;

    private RedisChannel(RedisDomain domain, int index, boolean ignored, RedisPoolOrigin maker) {
        super(domain, index);
        this.index = index;
        this.ignored = ignored;
        this.maker = maker;
    }

    /**
     * A connection about to be opened, by the thread that asks for it; the socket may be opened by another. Where that
     * thread acts on the client's own account, or on ours, the traffic is not the application's.
     *
     * @param own the client opens it for itself
     */
    public static RedisChannel opening(RedisDomain domain, boolean own) {
        RedisThread thread = RedisThread.current();
        RedisPoolOrigin maker = thread.sampling() ? null : thread.making();
        // A pool's thread is internal while it makes a connection, which is the application's all the same.
        boolean ignored = own || thread.internal() && maker == null;
        return new RedisChannel(domain, 0, ignored, maker);
    }

    /** Stands for the connection of commands that are yet to find one, whatever the thread that asks first is doing. */
    public static RedisChannel unrouted(RedisDomain domain) {
        return new RedisChannel(domain, 0, false, null);
    }

    /** It is to lead to this database, of a server that may not be known yet. */
    public void intends(RedisServer server, int database) {
        index = database;
        if (maker != null) {
            maker.selects(database);
        }
        if (!ignored) {
            intend(server, database);
        }
    }

    /** A connection that was open before it was seen; its database is unknown until SELECT. */
    public static RedisChannel alreadyOpen(RedisDomain domain) {
        RedisChannel channel = new RedisChannel(domain, RedisServer.UNKNOWN_INDEX, false, null);
        channel.opened();
        return channel;
    }

    /** Whether nothing on this connection was asked for by the application. */
    public boolean ignored() {
        return ignored;
    }

    /** It is open, for the first time or again; a client that reconnects goes on in the database it was in. */
    public void connected(RedisServer server) {
        reached(server, maker);
        if (!ignored) {
            select(index);
            opened();
        }
    }

    /** No socket could be opened in time. */
    public void connectTimedOut() {
        if (!ignored) {
            recorder().connectTimeout();
        }
    }

    /** It was closed, by whichever side. */
    public void disconnected() {
        closed();
    }

    /** SELECT succeeded; or RESET, with 0. */
    public void selected(int selected) {
        index = selected;
        select(selected);
    }

    /**
     * A command ended well.
     *
     * @param id of {@link RedisCommands}
     * @param start {@link System#nanoTime} when it was handed to the client
     */
    public void succeeded(int id, long start) {
        recorder().operation(id).success(System.nanoTime() - start);
        if (id == RedisCommands.PUBLISH || id == RedisCommands.SPUBLISH) {
            recorder().published();
        }
    }

    /**
     * The application no longer wants the reply. The server may have done what it was asked, and nothing failed: a
     * success, of which no more is known.
     */
    public void cancelled(int id, long start) {
        recorder().operation(id).success(System.nanoTime() - start);
    }

    /** A look-up ended well, outside a transaction. */
    public void lookedUp(int id, long start, boolean found) {
        long nanos = System.nanoTime() - start;
        RedisOperation operation = recorder().operation(id);
        if (found) {
            operation.hit(nanos);
        } else {
            operation.miss(nanos);
        }
    }

    /** A command ended with an error reply or without a reply. */
    public void failed(int id, long start) {
        recorder().operation(id).error(System.nanoTime() - start);
    }

    /** No reply came in time. */
    public void timedOut(int id, long start) {
        recorder().operation(id).timeout(System.nanoTime() - start);
    }

    /** A command without a duration was sent, such as a subscription. */
    public void counted(int id) {
        recorder().operation(id).counted();
    }

    /** A command without a duration failed. */
    public void failedUntimed(int id) {
        recorder().operation(id).erredUntimed();
    }

    /** Messages of a subscription arrived. */
    public void received(long messages) {
        recorder().received(messages);
    }
}
