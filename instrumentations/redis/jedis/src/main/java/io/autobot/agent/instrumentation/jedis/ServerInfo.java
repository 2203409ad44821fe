package io.autobot.agent.instrumentation.jedis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;

/** Asks for INFO over a connection. Apart from the sources, so that each needs no more of the library than it uses. */
final class ServerInfo {
    private ServerInfo() {}

    static String over(Connection connection) {
        connection.sendCommand(Protocol.Command.INFO);
        return connection.getBulkReply();
    }
}
