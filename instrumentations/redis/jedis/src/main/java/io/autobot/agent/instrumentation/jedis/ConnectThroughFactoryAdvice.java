package io.autobot.agent.instrumentation.jedis;

import java.net.Socket;
import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisSocketFactory;

/**
 * Jedis 3.3 and later: a factory opens the socket, and can open one for us to ask the server through. Runs before
 * every command, nearly always for nothing.
 */
public final class ConnectThroughFactoryAdvice {
    private ConnectThroughFactoryAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Socket connecting(@Advice.FieldValue("socket") Socket socket) {
        return socket;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void connected(
            @Advice.This Connection connection,
            @Advice.FieldValue("socket") Socket socket,
            @Advice.FieldValue("socketFactory") JedisSocketFactory factory,
            @Advice.Enter Socket before,
            @Advice.Thrown Throwable thrown) {
        if (socket != before || thrown != null) {
            JedisConnections.connected(connection, socket, thrown);
            if (thrown == null && JedisServers.isNews(connection)) {
                JedisServers.learn(connection, new DirectServerSource(factory, JedisConnections.of(connection)));
            }
        }
    }
}
