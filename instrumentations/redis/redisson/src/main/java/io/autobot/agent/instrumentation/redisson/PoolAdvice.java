package io.autobot.agent.instrumentation.redisson;

import net.bytebuddy.asm.Advice;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.connection.ClientConnectionsEntry;
import org.redisson.connection.ConnectionsHolder;

/** A pool of connections to one server was made. */
public final class PoolAdvice {
    private PoolAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void made(
            @Advice.This ClientConnectionsEntry entry,
            @Advice.Argument(0) RedisClient client,
            @Advice.Argument(2) int max,
            @Advice.FieldValue("connectionsHolder") ConnectionsHolder<RedisConnection> holder)
            throws ReflectiveOperationException {
        RedissonPools.made(entry, client, max, holder.getFreeConnections(), holder.getFreeConnectionsCounter());
    }
}
