package io.autobot.agent.instrumentation.redisson;

import io.autobot.agent.spi.StateMap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import org.redisson.client.protocol.CommandData;

/** Which commands were answered with nil: known only before Redisson makes a 0 or an empty object of it. */
final class Replies {
    private static final VarHandle NIL = RedissonFields.NIL.find(MethodHandles.lookup(), CommandData.class);

    private static final StateMap<CommandData<?, ?>, Boolean> BESIDE = new StateMap<>();

    private Replies() {}

    /** The whole reply to a command. */
    static void read(CommandData<?, ?> command, Object reply) {
        if (reply != null && !(reply instanceof Collection<?> many && many.isEmpty())) {
            return;
        }
        if (NIL != null) {
            NIL.set(command, true);
        } else {
            BESIDE.put(command, true);
        }
    }

    static boolean wasNil(CommandData<?, ?> command) {
        return NIL != null ? (boolean) NIL.get(command) : BESIDE.get(command) != null;
    }
}
