package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisCommands;
import io.lettuce.core.Value;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads Lettuce's commands: which of the vocabulary, their first argument, whether a look-up found something. */
final class LettuceCommands {
    private static final int[] BY_ORDINAL = byOrdinal();

    private LettuceCommands() {}

    /** The command without its sub-command. */
    static int container(Command<?, ?, ?> command) {
        ProtocolKeyword type = command.getType();
        return type.getClass() == CommandType.class
                ? BY_ORDINAL[((Enum<?>) type).ordinal()]
                : RedisCommands.id(type.getBytes());
    }

    /** The command with its sub-command, if it has any. */
    static int id(Command<?, ?, ?> command) {
        int id = container(command);
        return RedisCommands.isContainer(id)
                ? RedisCommands.idOfSub(id, firstArgument(command).getBytes(StandardCharsets.US_ASCII))
                : id;
    }

    /** The index that a SELECT names; negative if it names none, and the server will say so. */
    static int index(Command<?, ?, ?> select) {
        try {
            return Integer.parseInt(firstArgument(select));
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    /** Whether a look-up that ended well found nothing. */
    static boolean isMiss(CommandOutput<?, ?, ?> output) {
        Object reply = output == null ? null : output.get();
        return reply == null
                || reply instanceof List<?> list && list.isEmpty()
                || reply instanceof Value<?> value && !value.hasValue();
    }

    /** Empty if there is none. For commands that take no key first: it makes a text of all arguments. */
    private static String firstArgument(Command<?, ?, ?> command) {
        String arguments = command.getArgs() == null ? "" : command.getArgs().toCommandString();
        int end = arguments.indexOf(' ');
        return end < 0 ? arguments : arguments.substring(0, end);
    }

    private static int[] byOrdinal() {
        CommandType[] types = CommandType.values();
        int[] ids = new int[types.length];
        for (CommandType type : types) {
            ids[type.ordinal()] = RedisCommands.id(type.getBytes());
        }
        return ids;
    }
}
