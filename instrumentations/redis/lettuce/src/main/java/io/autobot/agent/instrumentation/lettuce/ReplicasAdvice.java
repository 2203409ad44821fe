package io.autobot.agent.instrumentation.lettuce;

import io.lettuce.core.RedisURI;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** What will hand out connections to a master and its replicas; the URI says with which database. */
public final class ReplicasAdvice {
    private ReplicasAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object connections, @Advice.Argument(2) RedisURI uri) {
        LettuceChannels.replicas(connections, uri);
    }
}
