package io.autobot.agent.redis;

/**
 * A Redis server as one connection reached it.
 *
 * @param host as the application wrote it, never a reverse look-up
 * @param address the numeric address, empty when unknown
 * @param port 0 when unknown
 */
public record RedisServer(String host, String address, int port) {
    /** A server that a connection did not name. */
    public static final RedisServer UNKNOWN = new RedisServer("", "", 0);

    /** The index of a database that is not known. */
    public static final int UNKNOWN_INDEX = -1;
}
