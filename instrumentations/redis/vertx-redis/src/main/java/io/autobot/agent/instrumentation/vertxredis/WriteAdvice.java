package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** Up to 4.2: requests enter the queue and go to the server, on the event loop, encoded already. */
public final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean writing(
            @Advice.This RedisStandaloneConnection connection, @Advice.Argument(2) Buffer commands) {
        VertxConnection state = VertxConnections.known(connection);
        if (state == null) {
            return false;
        }
        int id = WireCommands.id(commands, 0);
        if (VertxConnection.isSubscription(id)) {
            state.subscribing(id, WireCommands.argument(commands, 0));
            return false;
        }
        Sending.enter(state, commands, System.nanoTime());
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void written(@Advice.Enter boolean entered) {
        if (entered) {
            Sending.exit();
        }
    }
}
