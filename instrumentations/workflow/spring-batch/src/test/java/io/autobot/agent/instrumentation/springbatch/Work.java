package io.autobot.agent.instrumentation.springbatch;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/** What the steps do. Plain methods, because the library's own types moved with 6.0. */
public final class Work {
    private final AtomicBoolean broken = new AtomicBoolean();
    private Runnable probe = () -> {};

    /** @param whileRunning is called by the step of the job {@code nightly} */
    public void setProbe(Runnable whileRunning) {
        probe = whileRunning;
    }

    public void fine() {}

    public void probe() {
        probe.run();
    }

    public void fail() {
        throw new IllegalArgumentException("this step fails");
    }

    public void failOnce() {
        if (broken.compareAndSet(false, true)) {
            fail();
        }
    }

    /** Comes to its end and calls that a failure. */
    public ExitStatus declareFailed() {
        return ExitStatus.FAILED;
    }

    /** Comes to its end and has a word of its own for that. */
    public ExitStatus declareOdd() {
        return new ExitStatus("COMPLETED WITH ODDITIES");
    }

    /** As an operator who stops the job while this step runs. */
    public void stop() throws ReflectiveOperationException {
        Object context = StepSynchronizationManager.getContext();
        Object execution = context.getClass().getMethod("getStepExecution").invoke(context);
        execution.getClass().getMethod("setTerminateOnly").invoke(execution);
    }

    /** The third item is skipped. */
    public Object item(Object item) {
        if (item.equals("c")) {
            throw new IllegalStateException("not this one");
        }
        return item;
    }

    public void write(Object item) {}
}
