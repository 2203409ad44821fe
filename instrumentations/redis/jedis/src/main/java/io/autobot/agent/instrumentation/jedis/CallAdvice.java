package io.autobot.agent.instrumentation.jedis;

import net.bytebuddy.asm.Advice;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;

/** One call of the application that Jedis 4 and later may take several attempts at. */
public final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long calling() {
        return JedisCalls.enter();
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void called(
            @Advice.Argument(0) CommandObject<?> command, @Advice.Enter long start, @Advice.Thrown Throwable thrown) {
        if (JedisCalls.exit(start, thrown)) {
            CommandArguments arguments = command.getArguments();
            int id = JedisArguments.id(JedisCommands.id(arguments.getCommand()), arguments);
            JedisCalls.failedUnsent(id, start, thrown);
        }
    }
}
