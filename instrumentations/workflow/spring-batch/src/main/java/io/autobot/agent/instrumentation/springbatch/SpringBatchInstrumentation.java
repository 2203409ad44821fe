package io.autobot.agent.instrumentation.springbatch;

import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Jobs and steps of Spring Batch: {@code AbstractJob.execute} and {@code AbstractStep.execute} are final and every job
 * and step of the library passes them, on whatever thread; {@code SimpleStepHandler.shouldStart} says no to the steps
 * that a restarted job passes over. A job that a step launches is a workflow of its own.
 */
public final class SpringBatchInstrumentation implements Instrumentation {
    private static final String CORE = "org.springframework.batch.core.";

    @Override
    public void describe(Description springBatch) {
        springBatch
                .name("spring-batch")
                .feeds(Group.WORKFLOW)
                .library("org.springframework.batch:spring-batch-core", "4.3", "6.0");
        springBatch.type(CORE + "job.AbstractJob").on(method("execute").returns("void"), JobAdvice.class);
        springBatch.type(CORE + "step.AbstractStep").on(method("execute").returns("void"), StepAdvice.class);
        springBatch
                .type(CORE + "job.SimpleStepHandler")
                .on(method("shouldStart").returns("boolean"), PassedOverAdvice.class);
    }
}
