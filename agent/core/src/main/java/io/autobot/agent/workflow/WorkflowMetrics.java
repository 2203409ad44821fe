package io.autobot.agent.workflow;

import io.autobot.agent.metrics.FamilyDescription;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.MetricsDomain;
import io.autobot.agent.metrics.Recorders;
import io.autobot.agent.metrics.SeriesGuard;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Predicate;

/** The numbers of workflows, whatever engine runs them. Any thread may call any method. */
public final class WorkflowMetrics implements MetricsDomain {
    private final Histograms factory;
    private final Recorders<Workflow> workflows;
    private final Recorders<WorkflowStep> steps;
    private final Recorders<WorkflowApprovals> approvals;
    private final RunOwners owners = new RunOwners();

    /** No workflow yet. */
    WorkflowMetrics(SeriesGuard guard, Histograms factory) {
        this.factory = factory;
        workflows = new Recorders<>(
                guard.family(WorkflowFamilies.EXECUTIONS), WorkflowStatus.values().length, this::newWorkflow);
        steps = new Recorders<>(guard.family(WorkflowFamilies.STEPS), StepStatus.values().length, WorkflowStep::new);
        approvals = new Recorders<>(
                guard.family(WorkflowFamilies.APPROVALS),
                Decision.values().length,
                (type, none, folded) -> new WorkflowApprovals(type, folded));
    }

    Workflow workflow(String type) {
        return workflows.get(type);
    }

    WorkflowStep step(String workflowType, String stepType) {
        return steps.get(workflowType, stepType);
    }

    WorkflowApprovals approvals(String workflowType) {
        return approvals.get(workflowType);
    }

    RunOwners owners() {
        return owners;
    }

    private Workflow newWorkflow(String type, String none, SeriesGuard.Family folded) {
        return new Workflow(this, type, factory.durations(WorkflowFamilies.DURATION), folded);
    }

    @Override
    public List<FamilyDescription> families() {
        return WorkflowFamilies.ALL;
    }

    @Override
    public List<MetricSnapshot> collect(Predicate<String> wanted) {
        owners.leaveCollected();
        return new WorkflowScrape(wanted).collect(workflows.all(), steps.all(), approvals.all());
    }

    @Override
    public long activity() {
        long activity = 0;
        for (Workflow workflow : workflows.all()) {
            activity += workflow.activity();
        }
        for (WorkflowStep step : steps.all()) {
            for (StepStatus status : StepStatus.values()) {
                activity += step.count(status);
            }
        }
        for (WorkflowApprovals one : approvals.all()) {
            for (Decision decision : Decision.values()) {
                activity += one.count(decision.ordinal());
            }
        }
        return activity;
    }
}
