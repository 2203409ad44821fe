package io.autobot.agent.instrumentation.quartz;

import net.bytebuddy.asm.Advice;
import org.quartz.JobExecutionException;

/** Before {@code notifyJobListenersWasExecuted}: the job has run. */
public final class EndAdvice {
    private EndAdvice() {}

    /** @param failure whatever the job threw, within; {@code null} for nothing */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void ends(@Advice.Argument(1) JobExecutionException failure) {
        Jobs.end(failure);
    }
}
