package io.autobot.agent.workflow;

import io.autobot.agent.metrics.Buckets;
import io.autobot.agent.metrics.FamilyDescription;
import java.util.List;

/** The families of workflows: names, labels and what their numbers mean. */
public final class WorkflowFamilies {
    private static final String CATEGORY = "workflow";

    /** Ends of workflows. */
    public static final FamilyDescription EXECUTIONS = FamilyDescription.counter(
                    CATEGORY, "autobot_workflow_executions_total")
            .open("workflow_type")
            .closed("status", WorkflowStatus.values())
            .documented()
            .help("Workflows that ended, by the name of their definition.");

    /** How long they took. */
    public static final FamilyDescription DURATION = FamilyDescription.histogram(
                    CATEGORY, "autobot_workflow_duration_seconds", Buckets.WORK)
            .open("workflow_type")
            .unit("seconds")
            .documented()
            .help("From the start of a workflow to its end, across threads and waits.");

    /** Ends of steps. */
    public static final FamilyDescription STEPS = FamilyDescription.counter(
                    CATEGORY, "autobot_workflow_steps_executed_total")
            .open("workflow_type", "step_type")
            .closed("status", StepStatus.values())
            .documented()
            .help("Steps of workflows that ended, by the name or kind of the step.");

    /** Those under way. */
    public static final FamilyDescription ACTIVE = FamilyDescription.gauge(CATEGORY, "autobot_active_workflows")
            .open("workflow_type")
            .documented()
            .help("Workflows that started in this JVM and have not ended.");

    /** What people decided. */
    public static final FamilyDescription APPROVALS = FamilyDescription.counter(
                    CATEGORY, "autobot_workflow_approvals_total")
            .open("workflow_type")
            .closed("decision", Decision.values())
            .documented()
            .help(
                    "People's part in workflows: requested when somebody is asked, then what became of it; completed where"
                            + " a decision is neither a yes nor a no.");

    /** All of them. */
    public static final List<FamilyDescription> ALL = List.of(EXECUTIONS, DURATION, STEPS, ACTIVE, APPROVALS);

    private WorkflowFamilies() {}
}
