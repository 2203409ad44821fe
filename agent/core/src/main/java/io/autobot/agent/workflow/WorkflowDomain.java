package io.autobot.agent.workflow;

import io.autobot.agent.metrics.Domains;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;

/**
 * Workflows as a whole: where the instrumentations of all engines find the metrics. Made with the first workflow that is
 * seen, so that a service without any never loads it. Any thread.
 */
public final class WorkflowDomain {
    private final WorkflowMetrics metrics;

    /** A domain whose series the guard limits. */
    public WorkflowDomain(SeriesGuard guard, Histograms histograms) {
        metrics = new WorkflowMetrics(guard, histograms);
    }

    /** The domain of this JVM. */
    public static WorkflowDomain get() {
        return Domains.get(WorkflowDomain.class);
    }

    public WorkflowMetrics metrics() {
        return metrics;
    }

    /**
     * Counts the workflows of a definition. To be kept, or asked for with each run: found by two look-ups.
     *
     * @param type the definition's name, never that of a run; {@code null} or empty is {@code unknown}
     */
    public Workflow workflow(String type) {
        return metrics.workflow(type);
    }
}
