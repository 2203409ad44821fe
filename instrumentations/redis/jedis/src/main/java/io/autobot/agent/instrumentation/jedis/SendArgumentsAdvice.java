package io.autobot.agent.instrumentation.jedis;

import net.bytebuddy.asm.Advice;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/** Jedis 4 and later: a command is handed to the connection's buffer. */
public final class SendArgumentsAdvice {
    private SendArgumentsAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long sending() {
        return System.nanoTime();
    }

    // On exit: the first send opens the connection, and its handshake goes first.
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void sent(
            @Advice.This Connection connection,
            @Advice.Argument(0) CommandArguments arguments,
            @Advice.Enter long start,
            @Advice.Thrown Throwable thrown) {
        int id = JedisCommands.id(arguments.getCommand());
        if (thrown != null) {
            JedisConnections.of(connection).sendFailed(JedisArguments.id(id, arguments), start);
        } else if (JedisCommands.isPlain(id)) {
            JedisConnections.of(connection).sent(id, start);
        } else {
            JedisCommands.sent(JedisConnections.of(connection), id, JedisArguments.firstTwo(arguments), start);
        }
    }
}
