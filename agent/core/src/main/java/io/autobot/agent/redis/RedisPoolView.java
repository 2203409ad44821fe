package io.autobot.agent.redis;

/**
 * A connection pool as the metrics see it, read at every scrape by the scraping thread. Implementations must not
 * block; one that throws is left out of that scrape.
 */
public interface RedisPoolView {
    /** The alias of the pool's database. */
    String database();

    /** Connections handed out. */
    int active();

    /** Connections ready to be handed out. */
    int idle();

    /** Threads that wait for a connection. */
    int waiting();

    /** The most connections it may hold, negative if there is no limit. */
    int max();

    /** Whether the application closed it; a closed pool no longer counts. */
    boolean closed();
}
