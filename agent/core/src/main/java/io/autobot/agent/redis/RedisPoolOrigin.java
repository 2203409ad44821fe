package io.autobot.agent.redis;

/**
 * Which database the connections of one pool's factory go to: learnt when the factory makes one. Any thread. Refers
 * to nothing of the application.
 */
public final class RedisPoolOrigin {
    private final RedisDomain domain;
    private volatile RedisServer server = RedisServer.UNKNOWN;
    private volatile int index = RedisServer.UNKNOWN_INDEX;

    public RedisPoolOrigin(RedisDomain domain) {
        this.domain = domain;
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
