package io.autobot.agent.instrumentation.springcoreretry;

import net.bytebuddy.asm.Advice;
import reactor.util.retry.RetryBackoffSpec;

/** Reactor is told which failures to retry, the last step of what Spring tells it. */
public final class SpecificationAdvice {
    private SpecificationAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void specified(@Advice.Return RetryBackoffSpec specification) {
        ReactiveRetries.specified(specification);
    }
}
