package io.autobot.agent.instrumentation.quartz;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Jobs of Quartz 2.2 to 2.5. {@code JobRunShell.run} tells listeners of each job through {@code QuartzScheduler},
 * immediately before it begins and after it has ended, on the thread that runs it and whether or not there are
 * listeners; a job that is to be fired again at once is told of anew.
 */
public final class QuartzInstrumentation implements Instrumentation {
    private static final String CONTEXT = "org.quartz.JobExecutionContext";

    @Override
    public void describe(Description quartz) {
        quartz.name("quartz").feeds(Group.TASKS).library("org.quartz-scheduler:quartz", "2.2", "2.5");
        quartz.type("org.quartz.core.QuartzScheduler")
                .on(method("notifyJobListenersToBeExecuted").takes(CONTEXT), BeginAdvice.class)
                .on(
                        method("notifyJobListenersWasExecuted").takes(CONTEXT, "org.quartz.JobExecutionException"),
                        EndAdvice.class)
                .on(method("notifyJobListenersWasVetoed").takes(CONTEXT), VetoAdvice.class);
    }
}
