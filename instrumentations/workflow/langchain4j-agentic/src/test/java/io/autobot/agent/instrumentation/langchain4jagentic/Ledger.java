package io.autobot.agent.instrumentation.langchain4jagentic;

import java.util.Map;

/** What the agents and the session themselves have counted, in a map that the test sees too. Any thread. */
final class Ledger {
    private final Map<String, Long> seen;

    Ledger(Map<String, Long> seen) {
        this.seen = seen;
    }

    void system(String system, String status) {
        seen.merge("system " + system + " " + status, 1L, Long::sum);
    }

    void step(String system, String agent, String status) {
        seen.merge("step " + system + " " + agent + " " + status, 1L, Long::sum);
    }

    void person(String system, String decision) {
        seen.merge("person " + system + " " + decision, 1L, Long::sum);
    }

    void retry(String agent, String reason) {
        seen.merge("retry " + agent + " " + reason, 1L, Long::sum);
    }

    /** What the library's own listener was told of an agent that ended well. */
    void told(String system, String agent) {
        seen.merge("told " + system + " " + agent + " completed", 1L, Long::sum);
    }

    /** Has the library's listener told of a system too, where there are listeners. */
    <B> B heard(B system) {
        if (Release.hasClass("observability.AfterAgentToolExecution")) {
            Release.set(system, new Told(this), "listener");
        }
        return system;
    }

    long count(String what) {
        return seen.getOrDefault(what, 0L);
    }
}
