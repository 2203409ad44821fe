package io.autobot.agent.instrumentation.jedis;

import java.util.Iterator;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.args.Rawable;

/** Reads the arguments of Jedis 4 and later, whose first element is the command itself. For rare commands only. */
final class JedisArguments {
    private JedisArguments() {}

    /** The first two arguments, fewer if there are fewer. */
    static byte[][] firstTwo(CommandArguments arguments) {
        byte[][] raw = new byte[Math.min(2, arguments.size() - 1)][];
        Iterator<Rawable> all = arguments.iterator();
        all.next();
        for (int i = 0; i < raw.length; i++) {
            raw[i] = all.next().getRaw();
        }
        return raw;
    }

    /** The command with its sub-command, if it has any. */
    static int id(int id, CommandArguments arguments) {
        return JedisCommands.isPlain(id) ? id : JedisCommands.withSubCommand(id, firstTwo(arguments));
    }
}
