package io.autobot.agent.instrumentation.testing;

import io.autobot.agent.weave.Seen;
import net.bytebuddy.asm.Advice;

/** For a second hook beside the first. */
public final class SecondAdvice {
    private SecondAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void entered() {
        Seen.event("second");
    }
}
