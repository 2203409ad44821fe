package io.autobot.agent.instrumentation.lettuce;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** What will write to those connections. */
public final class ReplicasWriterAdvice {
    private ReplicasWriterAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(
            @Advice.This(typing = Assigner.Typing.DYNAMIC) Object writer,
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object connections) {
        LettuceChannels.writes(writer, connections);
    }
}
