package io.autobot.agent.instrumentation.jedis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;

/** Asks a server about itself. Apart from the sources, because Jedis 3.0 lacks what some of them need. */
final class ServerInfo {
    private ServerInfo() {}

    /** The reply to INFO, over a connection that nobody else uses. */
    static String of(Connection connection) {
        connection.sendCommand(Protocol.Command.INFO);
        return connection.getBulkReply();
    }
}
