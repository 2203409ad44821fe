package io.autobot.agent.redis;

/**
 * A connection as the metrics see it, read at every scrape by the scraping thread. Implementations must not block.
 */
public interface RedisConnectionView {
    /** Whether it is open; once closed it is forgotten, so one that reopens must be registered again. */
    boolean open();

    /** Whether a pool owns it; the pool's figures then count it. */
    boolean pooled();

    /** The alias of its database. */
    String database();
}
