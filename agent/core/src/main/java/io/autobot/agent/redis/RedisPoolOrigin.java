package io.autobot.agent.redis;

import java.lang.ref.WeakReference;

/**
 * Which database the connections of one pool's factory go to: learnt when the factory makes one. Any thread. Refers
 * to nothing of the application.
 */
public final class RedisPoolOrigin {
    private final RedisDomain domain;
    private volatile RedisServer server = RedisServer.UNKNOWN;
    private volatile int index = RedisServer.UNKNOWN_INDEX;
    private volatile WeakReference<RedisPoolView> pool = new WeakReference<>(null);

    public RedisPoolOrigin(RedisDomain domain) {
        this.domain = domain;
    }

    /** The factory makes connections for this pool; held weakly. */
    public void serves(RedisPoolView view) {
        pool = new WeakReference<>(view);
    }

    /** Whether the pool was closed: nobody wants connections of this factory any more. */
    public boolean closed() {
        RedisPoolView view = pool.get();
        return view != null && view.closed();
    }

    /** The factory is about to make a connection to this database. */
    public void selects(int database) {
        index = database;
    }

    /** A connection was made, in database 0 unless it was told otherwise. */
    public void made() {
        if (index == RedisServer.UNKNOWN_INDEX) {
            index = 0;
        }
    }

    /** A connection of the factory reached this server. */
    void reached(RedisServer reached) {
        server = reached;
    }

    /** The server that the factory's connections reached last. */
    public RedisServer server() {
        return server;
    }

    /** The alias of the pool's database, {@code unknown} before the factory was asked for the first connection. */
    public String alias() {
        return domain.alias(server, index);
    }

    /** The pool's database. */
    public RedisDatabase database() {
        return domain.database(server, index);
    }
}
