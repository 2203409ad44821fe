package io.autobot.agent.instrumentation.jobrunr;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Jobs of JobRunr 5.3 to 8. {@code BackgroundJobPerformer} runs each attempt in {@code runActualJob}, between what it
 * writes to storage; the job itself has its history.
 */
public final class JobRunrInstrumentation implements Instrumentation {
    @Override
    public void describe(Description jobRunr) {
        jobRunr.name("jobrunr").feeds(Group.TASKS).library("org.jobrunr:jobrunr", "5.3", "8.7");
        jobRunr.type("org.jobrunr.server.BackgroundJobPerformer")
                .on(method("runActualJob").takes(), RunAdvice.class);
    }
}
