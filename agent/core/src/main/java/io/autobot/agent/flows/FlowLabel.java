package io.autobot.agent.flows;

import io.autobot.agent.workflow.Workflow;
import io.autobot.agent.workflow.WorkflowDomain;

/** A name that was admitted as a label value, with what counts under it. Any thread. */
final class FlowLabel {
    final String text;
    private Workflow workflow;

    FlowLabel(String text) {
        this.text = text;
    }

    /** The recorder of workflows of this name. Threads may race: it is the same one that they find. */
    Workflow workflow(WorkflowDomain domain) {
        Workflow known = workflow;
        if (known == null) {
            known = domain.workflow(text);
            workflow = known;
        }
        return known;
    }
}
