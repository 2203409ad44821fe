package io.autobot.agent.workflow;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Rows;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Computes the families of workflows for one scrape. For one thread. */
final class WorkflowScrape {
    private final Predicate<String> wanted;
    private final List<MetricSnapshot> snapshots = new ArrayList<>();

    WorkflowScrape(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** @param histograms {@code null} while no workflow was seen */
    List<MetricSnapshot> collect(
            List<Workflow> workflows,
            List<WorkflowStep> steps,
            List<WorkflowApprovals> approvals,
            WorkflowHistograms histograms) {
        Rows executions = new Rows(WorkflowFamilies.EXECUTIONS);
        Rows active = new Rows(WorkflowFamilies.ACTIVE);
        for (Workflow workflow : workflows) {
            for (WorkflowStatus status : WorkflowStatus.values()) {
                executions.add(workflow.ended(status), workflow.type(), status.id());
            }
            active.add(workflow.active(), workflow.type());
        }
        Rows executed = new Rows(WorkflowFamilies.STEPS);
        for (WorkflowStep step : steps) {
            for (StepStatus status : StepStatus.values()) {
                executed.add(step.count(status), step.workflowType(), step.stepType(), status.id());
            }
        }
        Rows decided = new Rows(WorkflowFamilies.APPROVALS);
        for (WorkflowApprovals one : approvals) {
            for (Decision decision : Decision.values()) {
                decided.add(one.count(decision.ordinal()), one.workflowType(), decision.id());
            }
        }
        add(WorkflowFamilies.EXECUTIONS, executions);
        add(WorkflowFamilies.ACTIVE, active);
        add(WorkflowFamilies.STEPS, executed);
        add(WorkflowFamilies.APPROVALS, decided);
        if (histograms != null && wanted.test(WorkflowFamilies.DURATION.name())) {
            HistogramSnapshot durations = histograms.collect();
            if (!durations.getDataPoints().isEmpty()) {
                snapshots.add(durations);
            }
        }
        return snapshots;
    }

    private void add(FamilyDescription family, Rows rows) {
        if (wanted.test(family.name())) {
            rows.into(snapshots);
        }
    }
}
