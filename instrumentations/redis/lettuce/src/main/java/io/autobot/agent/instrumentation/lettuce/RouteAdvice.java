package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.RedisCommand;
import net.bytebuddy.asm.Advice;

/** The connection for a command is yet to be found among those of several servers. */
public final class RouteAdvice {
    private RouteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void routing(@Advice.Argument(0) RedisCommand<?, ?, ?> command) {
        LettuceCalls.writing(command, LettuceChannels.unrouted());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void routed(@Advice.Argument(0) RedisCommand<?, ?, ?> command, @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            LettuceCalls.refused(command, thrown);
        }
    }
}
