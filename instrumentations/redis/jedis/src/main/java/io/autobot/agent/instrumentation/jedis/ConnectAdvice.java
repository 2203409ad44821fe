package io.autobot.agent.instrumentation.jedis;

import java.net.Socket;
import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;

/** Jedis 3.0 to 3.2: the connection opens its own socket. Runs before every command, nearly always for nothing. */
public final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static Socket connecting(@Advice.FieldValue("socket") Socket socket) {
        return socket;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void connected(
            @Advice.This Connection connection,
            @Advice.FieldValue("socket") Socket socket,
            @Advice.Enter Socket before,
            @Advice.Thrown Throwable thrown) {
        if (socket != before || thrown != null) {
            JedisConnections.connected(connection, socket, thrown);
        }
    }
}
