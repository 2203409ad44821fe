package io.autobot.agent.instrumentation.testing;

import example.library.Service;
import io.autobot.agent.weave.Seen;
import net.bytebuddy.asm.Advice;

/** Sees new objects, by the library's own type. */
public final class ConstructorAdvice {
    private ConstructorAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void constructed(@Advice.This Service service, @Advice.FieldValue("mark") String mark) {
        Seen.event("new " + service.getClass().getSimpleName() + mark);
    }
}
