package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.tasks.TaskStatus;
import java.util.function.Supplier;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Around {@code SubscribingRunnable.subscribe}: what a reactive scheduled method returned is run once more. */
public final class SubscribeAdvice {
    private SubscribeAdvice() {}

    /** Begins before anything can end. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void begins(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object subscriber,
            @Advice.FieldValue("contextSupplier") Supplier<?> context) {
        Subscriptions.begin(subscriber, context);
    }

    /** A publisher that throws when it is subscribed to tells nobody else. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void subscribed(
            @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object subscriber,
            @Advice.Thrown Throwable thrown) {
        if (thrown != null) {
            Subscriptions.end(subscriber, TaskStatus.FAILED);
        }
    }
}
