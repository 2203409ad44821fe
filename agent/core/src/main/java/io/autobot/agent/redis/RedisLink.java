package io.autobot.agent.redis;

/**
 * What a connection to a Redis server is for every client: where it leads, which database its commands go to, whether
 * it is open and whether a pool owns it.
 *
 * <p>Opened, closed and selected by one thread at a time; read by any.
 */
public abstract class RedisLink implements RedisConnectionView {
    private static final long IN_USE_NANOS = 60_000_000_000L;

    private final RedisDomain domain;
    private volatile RedisDatabase database;
    private volatile RedisServer server = RedisServer.UNKNOWN;
    private volatile boolean open;
    private volatile long closedAt = System.nanoTime() - IN_USE_NANOS;
    private volatile boolean pooled;

    RedisLink(RedisDomain domain, int index) {
        this.domain = domain;
        this.database = domain.database(RedisServer.UNKNOWN, index);
    }

    /** Where it is connected to. */
    public final RedisServer server() {
        return server;
    }

    /** Whether it is open or was so a moment ago: some applications open one for each request. */
    public final boolean inUse() {
        return open || System.nanoTime() - closedAt < IN_USE_NANOS;
    }

    /** The alias of the database that commands go to now. */
    @Override
    public final String database() {
        return database.alias();
    }

    @Override
    public final boolean open() {
        return open;
    }

    @Override
    public final boolean pooled() {
        return pooled;
    }

    /** What counts the commands that go out now. */
    final RedisDatabase recorder() {
        return database;
    }

    /**
     * It leads to this server.
     *
     * @param maker the pool that made it and learns so too, {@code null} if none did
     */
    final void reached(RedisServer reached, RedisPoolOrigin maker) {
        if (maker != null) {
            pooled = true;
            maker.reached(reached);
        }
        server = reached;
    }

    /** It is to lead to this server and database, and does not yet. */
    final void intend(RedisServer intended, int index) {
        server = intended;
        database = domain.database(intended, index);
    }

    /** Commands go to this database from now on. */
    final void select(int index) {
        database = domain.database(server, index);
        domain.uses(server, index);
    }

    final void opened() {
        if (!open) {
            open = true;
            domain.metrics().register(this);
        }
    }

    final void closed() {
        closedAt = System.nanoTime();
        open = false;
    }
}
