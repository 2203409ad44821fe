package io.autobot.agent.instrumentation.springretry;

import io.autobot.agent.tasks.AttemptedCall;
import io.autobot.agent.tasks.TasksDomain;
import org.springframework.retry.RetryContext;

/** Tells first attempts from further ones. */
final class Attempts {
    /** Set by the library on the context of a circuit breaker, which many calls share. */
    private static final String SHARED = "state.global";

    /** After a failure the policy is asked whether to wait, and then whether to make an attempt. */
    private static final int QUESTION_OF_THE_ATTEMPT = 2;

    private Attempts() {}

    static void decided(RetryContext context, boolean attempt) {
        AttemptedCall call = AttemptedCall.current();
        if (call == null) {
            return;
        }
        if (call.hasFailed(context)) {
            if (call.question() == QUESTION_OF_THE_ATTEMPT && attempt && !context.isExhaustedOnly()) {
                again(context, call, call.failure());
            }
        } else if (attempt
                && context.getRetryCount() > 0
                && !context.isExhaustedOnly()
                && !context.hasAttribute(SHARED)) {
            // Stateful: the failure went to the caller, who comes again with the same item.
            again(context, call, context.getLastThrowable());
        }
    }

    private static void again(RetryContext context, AttemptedCall call, Throwable failure) {
        TasksDomain.get().retries(Names.of(context, call.code())).again(failure);
    }
}
