package io.autobot.agent.instrumentation.springcoreretry;

import io.autobot.agent.tasks.RepeatedMethod;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;

/** As {@link AdaptAdvice}; 7.0.2 does not say what the method was called on. */
public final class AdaptMethodAdvice {
    private AdaptMethodAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void adapting(@Advice.Argument(3) Method method) {
        RepeatedMethod.current().begin(method, method.getDeclaringClass());
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void adapted() {
        RepeatedMethod.current().end();
    }
}
