package io.autobot.agent.instrumentation.lettuce;

import io.autobot.agent.redis.RedisCommands;
import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;

/** The client's next COMMAND on this thread is its own. */
public final class AskForCommandsAdvice {
    private AskForCommandsAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void asking() {
        RedisThread.current().ownNext(RedisCommands.COMMAND);
    }
}
