package io.autobot.agent.instrumentation.langchain4jagentic;

import dev.langchain4j.agentic.observability.AgentListener;
import dev.langchain4j.agentic.observability.AgentResponse;
import dev.langchain4j.agentic.planner.AgentInstance;

/** The library's own account of a system and all beneath, in releases that give one. */
final class Told implements AgentListener {
    private final Ledger ledger;

    Told(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void afterAgentInvocation(AgentResponse response) {
        AgentInstance system = response.agent();
        while (system.parent() != null) {
            system = system.parent();
        }
        if (system != response.agent()) {
            ledger.told(system.name(), response.agentName());
        }
    }

    @Override
    public boolean inheritedBySubagents() {
        return true;
    }
}
