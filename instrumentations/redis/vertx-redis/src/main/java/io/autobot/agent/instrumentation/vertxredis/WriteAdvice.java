package io.autobot.agent.instrumentation.vertxredis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.impl.RedisStandaloneConnection;
import net.bytebuddy.asm.Advice;

/** Up to 4.2: requests enter the queue and go to the server, on the event loop, encoded already. */
public final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writing(@Advice.This RedisStandaloneConnection connection, @Advice.Argument(2) Buffer commands) {
        VertxConnection state = VertxConnections.known(connection);
        if (state == null) {
            return;
        }
        int id = WireCommands.id(commands, 0);
        if (VertxConnection.isSubscription(id)) {
            state.subscribing(id, WireCommands.argument(commands, 0));
        } else {
            Sending.enter(state, commands, System.nanoTime());
        }
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void written() {
        Sending.exit();
    }
}
