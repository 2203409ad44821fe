package io.autobot.agent.instrumentation.quartz;

import net.bytebuddy.asm.Advice;
import org.quartz.JobExecutionContext;

/** Before {@code notifyJobListenersWasVetoed}: a trigger's listener does not let the job run. */
public final class VetoAdvice {
    private VetoAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void vetoed(@Advice.Argument(0) JobExecutionContext context) {
        Jobs.vetoed(context);
    }
}
