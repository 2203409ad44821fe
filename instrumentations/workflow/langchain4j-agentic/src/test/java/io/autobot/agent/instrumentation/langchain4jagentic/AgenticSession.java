package io.autobot.agent.instrumentation.langchain4jagentic;

import java.util.Map;
import java.util.function.Function;

/**
 * Systems of all kinds. The argument takes what the agents and the session itself have counted: {@code system} with its
 * name and status, {@code step} with system, agent and status, {@code person} with system and decision, {@code retry}
 * with agent and reason.
 */
public final class AgenticSession implements Function<Map<String, Long>, Object> {
    @Override
    public Object apply(Map<String, Long> seen) {
        Ledger ledger = new Ledger(seen);
        try {
            new PlainSystems(ledger).run();
            new FailingSystems(ledger).run();
            new PeopleInSystems(ledger).run();
            if (Release.hasClass("internal.AsyncResponse")) {
                new LateSystems(ledger).run();
            }
            return null;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
