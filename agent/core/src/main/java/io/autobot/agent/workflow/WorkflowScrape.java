package io.autobot.agent.workflow;

import io.autobot.agent.metrics.Durations;
import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Rows;
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

    List<MetricSnapshot> collect(
            List<Workflow> workflows, List<WorkflowStep> steps, List<WorkflowApprovals> approvals) {
        Rows executions = new Rows(WorkflowFamilies.EXECUTIONS);
        Rows active = new Rows(WorkflowFamilies.ACTIVE);
        Durations.Family durations = new Durations.Family(WorkflowFamilies.DURATION);
        for (Workflow workflow : workflows) {
            for (WorkflowStatus status : WorkflowStatus.values()) {
                executions.add(workflow.ended(status), workflow.type(), status.id());
            }
            active.add(workflow.active(), workflow.type());
            durations.add(workflow.durations(), workflow.type());
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
        if (wanted.test(WorkflowFamilies.DURATION.name())) {
            durations.into(snapshots);
        }
        return snapshots;
    }

    private void add(FamilyDescription family, Rows rows) {
        if (wanted.test(family.name())) {
            rows.into(snapshots);
        }
    }
}
