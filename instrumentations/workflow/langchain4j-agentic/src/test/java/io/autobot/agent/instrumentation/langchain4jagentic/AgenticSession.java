package io.autobot.agent.instrumentation.langchain4jagentic;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.function.Function;

/**
 * Systems of all kinds. The argument takes what the agents and the session itself have counted: {@code system} with its
 * name and status, {@code step} with system, agent and status, {@code person} with system and decision, {@code retry}
 * with agent and reason. Returns a system that nobody has any more.
 */
public final class AgenticSession implements Function<Map<String, Long>, Reference<?>> {
    @Override
    public Reference<?> apply(Map<String, Long> seen) {
        Ledger ledger = new Ledger(seen);
        try {
            PlainSystems plain = new PlainSystems(ledger);
            plain.run();
            new FailingSystems(ledger).run();
            new PeopleInSystems(ledger).run();
            if (Release.hasClass("internal.AsyncResponse")) {
                new LateSystems(ledger).run();
            }
            return new WeakReference<>(plain.forgotten());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
