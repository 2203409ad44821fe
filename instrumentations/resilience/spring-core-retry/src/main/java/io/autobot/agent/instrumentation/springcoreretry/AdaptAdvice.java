package io.autobot.agent.instrumentation.springcoreretry;

import io.autobot.agent.tasks.RepeatedMethod;
import net.bytebuddy.asm.Advice;
import org.aopalliance.intercept.MethodInvocation;

/** A method's reactive result is being given its retries. */
public final class AdaptAdvice {
    private AdaptAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void adapting(@Advice.Argument(0) MethodInvocation call) {
        Object target = call.getThis();
        RepeatedMethod.current()
                .begin(call.getMethod(), target == null ? call.getMethod().getDeclaringClass() : target.getClass());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void adapted() {
        RepeatedMethod.current().end();
    }
}
