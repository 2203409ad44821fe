package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.tasks.TaskStatus;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Before {@code TrackingSubscriber.onComplete}: a reactive scheduled method has done its work. */
public final class CompleteAdvice {
    private CompleteAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ends(@Advice.This(typing = Assigner.Typing.DYNAMIC) Object subscriber) {
        Subscriptions.end(subscriber, TaskStatus.SUCCESS);
    }
}
