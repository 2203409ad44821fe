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

    /** What the library's own listener was told. */
    void told(String agent, String status) {
        seen.merge("told " + agent + " " + status, 1L, Long::sum);
    }

    long count(String what) {
        return seen.getOrDefault(what, 0L);
    }
}
