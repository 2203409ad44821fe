package io.autobot.agent.instrumentation.jedis;

import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;
import redis.clients.jedis.commands.ProtocolCommand;

/** Jedis 3: a command is handed to the connection's buffer. */
public final class SendBytesAdvice {
    private SendBytesAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long sending() {
        return System.nanoTime();
    }

    // On exit: the first send opens the connection, and its AUTH and SELECT go first.
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(
            @Advice.This Connection connection,
            @Advice.Argument(0) ProtocolCommand command,
            @Advice.Argument(1) byte[][] arguments,
            @Advice.Enter long start,
            @Advice.Thrown Throwable thrown) {
        int id = JedisCommands.id(command);
        if (thrown != null) {
            JedisConnections.of(connection).sendFailed(JedisCommands.withSubCommand(id, arguments), start);
        } else if (JedisCommands.isPlain(id)) {
            JedisConnections.of(connection).sent(id, start);
        } else {
            JedisCommands.sent(JedisConnections.of(connection), id, arguments, start);
        }
    }
}
