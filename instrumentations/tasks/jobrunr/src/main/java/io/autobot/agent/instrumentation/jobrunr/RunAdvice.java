package io.autobot.agent.instrumentation.jobrunr;

import net.bytebuddy.asm.Advice;
import org.jobrunr.jobs.Job;

/** Around {@code BackgroundJobPerformer.runActualJob}: one attempt at a job. */
public final class RunAdvice {
    private RunAdvice() {}

    /** @return the run */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static long begins(@Advice.FieldValue("job") Job job) {
        return Attempts.begin(job);
    }

    /** @param run what {@link #begins} returned */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void ends(
            @Advice.FieldValue("job") Job job, @Advice.Enter long run, @Advice.Thrown Throwable thrown) {
        if (run != 0) {
            Attempts.end(job, run, thrown);
        }
    }
}
