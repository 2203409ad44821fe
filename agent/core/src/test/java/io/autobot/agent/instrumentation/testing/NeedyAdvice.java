package io.autobot.agent.instrumentation.testing;

import io.autobot.agent.weave.Seen;
import net.bytebuddy.asm.Advice;

/** Stands for advice that uses a member of the library; the test's list of references says which. */
public final class NeedyAdvice {
    private NeedyAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void entered() {
        Seen.event("needy");
    }
}
