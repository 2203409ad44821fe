package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.protocol.RedisCommand;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** As {@link RouteAdvice}, among a master and its replicas; all of them are used with one database. */
public final class RouteToReplicaAdvice {
    private RouteToReplicaAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void routing(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object writer,
            @Advice.Argument(0) RedisCommand<?, ?, ?> command) {
        LettuceCalls.writing(command, LettuceChannels.unrouted(writer));
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void routed(@Advice.Argument(0) RedisCommand<?, ?, ?> command, @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            LettuceCalls.refused(command, thrown);
        }
    }
}
