package io.autobot.agent.instrumentation.redisson;

import java.util.Queue;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.connection.ClientConnectionsEntry;

/** A pool of connections to one server was made; early 3.x. */
public final class OldPoolAdvice {
    private OldPoolAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    @SuppressWarnings("unchecked")
    public static void made(
            @Advice.This ClientConnectionsEntry entry,
            @Advice.Argument(0) RedisClient client,
            @Advice.Argument(2) int max,
            @Advice.FieldValue(value = "freeConnections", typing = Assigner.Typing.DYNAMIC) Object free,
            @Advice.FieldValue(value = "freeConnectionsCounter", typing = Assigner.Typing.DYNAMIC) Object permits)
            throws ReflectiveOperationException {
        RedissonPools.made(entry, client, max, (Queue<RedisConnection>) free, permits);
    }
}
