package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.tasks.TaskStatus;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Before {@code TrackingSubscriber.run}: the bean goes, and with it what its reactive scheduled methods do. */
public final class CancelAdvice {
    private CancelAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ends(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object subscriber) {
        Subscriptions.end(subscriber, TaskStatus.CANCELLED);
    }
}
