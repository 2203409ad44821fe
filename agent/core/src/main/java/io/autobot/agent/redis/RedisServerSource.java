package io.autobot.agent.redis;

/**
 * A way to ask a Redis server about itself over a connection of our own, made by the application's own factory: same
 * address, credentials and TLS, never a connection that the application uses. Called by the sampler's thread only.
 */
public interface RedisServerSource {
    /** The server's address, to ask each server once; {@code null} while it is not known or no longer in use. */
    RedisServer server();

    /** The reply to {@code INFO}, empty if the application dropped what led there. May block as long as the application's own timeouts let it. */
    String info() throws Exception;

    /** Another source answers for the server; nothing need be kept open here. */
    default void rest() {}

    /** Whether it asks as a pool's connections do, credentials included. */
    default boolean isPool() {
        return false;
    }
}
