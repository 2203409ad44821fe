package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.redis.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.RedisCommand;

/** Turns Redisson's commands into those of the vocabulary. */
final class RedissonCommands {
    /** Far more than there are commands: an application may run commands under names of its own. */
    private static final int MOST = 2_048;

    /** Redisson makes many of its command objects as it goes, out of few names. */
    private static final Map<String, Integer> BY_NAME = new ConcurrentHashMap<>();

    private RedissonCommands() {}

    static int id(CommandData<?, ?> command) {
        return id(command.getCommand(), command.getParams());
    }

    static int id(RedisCommand<?> command, Object[] parameters) {
        String name = command.getName();
        Integer known = BY_NAME.get(name);
        int id = known != null ? known : learn(name);
        return RedisCommands.isContainer(id) ? withSubCommand(id, command, parameters) : id;
    }

    /** Whether Redisson sent it for itself: part of a redirection, or how it learns how many replicas there are. */
    static boolean isOwn(RedisCommand<?> command, int id) {
        return id == RedisCommands.ASKING || command == org.redisson.client.protocol.RedisCommands.INFO_REPLICATION;
    }

    private static int learn(String name) {
        int id = RedisCommands.id(name);
        if (BY_NAME.size() < MOST) {
            BY_NAME.put(name, id);
        }
        return id;
    }

    private static int withSubCommand(int container, RedisCommand<?> command, Object[] parameters) {
        String name = command.getSubName();
        if (name == null && parameters != null && parameters.length > 0 && parameters[0] instanceof String) {
            name = (String) parameters[0];
        }
        return name == null ? container : RedisCommands.idOfSub(container, name.getBytes(StandardCharsets.US_ASCII));
    }
}
