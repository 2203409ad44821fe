package io.autobot.agent.instrumentation.quartz;

import net.bytebuddy.asm.Advice;
import org.quartz.JobExecutionContext;

/** After {@code notifyJobListenersToBeExecuted}: the job runs now, unless a listener has thrown. */
public final class BeginAdvice {
    private BeginAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void begins(@Advice.Argument(0) JobExecutionContext context, @Advice.Thrown Throwable thrown) {
        if (thrown == null) {
            Jobs.begin(context);
        }
    }
}
