package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.workflow.Workflow;

/** A compiled graph. Any thread. */
final class Graph {
    final Workflow workflow;

    /** Whether it was seen or is set up to stop for a person. */
    volatile boolean interrupts;

    Graph(Workflow workflow, boolean interrupts) {
        this.workflow = workflow;
        this.interrupts = interrupts;
    }
}
