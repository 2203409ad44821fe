package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisConnection;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.commands.ProtocolCommand;

/** Turns Jedis' commands into those of the vocabulary. */
final class JedisCommands {
    private static final int[] BY_ORDINAL = byOrdinal();
    private static final boolean[] PLAIN = plain();

    private JedisCommands() {}

    /** The command without its sub-command. */
    static int id(ProtocolCommand command) {
        if (command.getClass() == Protocol.Command.class) {
            return BY_ORDINAL[((Enum<?>) command).ordinal()];
        }
        // The names of module commands' constants lack the module: only the raw bytes tell.
        return RedisCommands.id(command.getRaw());
    }

    /** Whether the command's arguments do not matter. */
    static boolean isPlain(int id) {
        return PLAIN[id];
    }

    /** Sends a command whose arguments matter: containers, SELECT, subscriptions, MONITOR. */
    static void sent(RedisConnection connection, int container, byte[][] arguments, long start) {
        int id = withSubCommand(container, arguments);
        if (id == RedisCommands.SELECT) {
            connection.sentSelect(index(arguments), start);
        } else if (id == RedisCommands.CLIENT_REPLY) {
            connection.sentClientReply(new String(arguments[1], StandardCharsets.US_ASCII), start);
        } else if (RedisCommands.isContainer(container)) {
            connection.sent(id, start);
        } else {
            connection.sentSubscription(id);
        }
    }

    /** The command with its sub-command, if it has any. */
    static int withSubCommand(int id, byte[][] arguments) {
        return arguments.length > 0 && RedisCommands.isContainer(id) ? RedisCommands.idOfSub(id, arguments[0]) : id;
    }

    private static int index(byte[][] arguments) {
        try {
            return Integer.parseInt(new String(arguments[0], StandardCharsets.US_ASCII));
        } catch (RuntimeException notANumber) {
            // The server will say so.
            return -1;
        }
    }

    private static int[] byOrdinal() {
        Protocol.Command[] commands = Protocol.Command.values();
        int[] ids = new int[commands.length];
        for (Protocol.Command command : commands) {
            ids[command.ordinal()] = RedisCommands.id(command.getRaw());
        }
        return ids;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[RedisCommands.count()];
        for (int id = 0; id < plain.length; id++) {
            plain[id] =
                    !RedisCommands.isContainer(id) && !RedisCommands.isSubscription(id) && id != RedisCommands.SELECT;
        }
        return plain;
    }
}
