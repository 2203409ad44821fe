package io.autobot.agent.benchmarks;

import java.util.function.Function;

/** The table of what agents add to one call, from the figures that {@code Rounds} prints in a child. */
final class CallCost {
    private CallCost() {}

    static void measure(Options options, String title, Function<Agent, Child> run) {
        Runs runs = new Runs(options.agents(), options.number("forks"), run);
        Table table = new Table(title, "wall ns", "thread ns", "process ns", "bytes");
        for (Agent agent : options.agents()) {
            table.row(
                    agent.id(),
                    agent != Agent.NONE,
                    ".0f",
                    runs.added(agent, child -> child.figure("wall-ns")),
                    runs.added(agent, child -> child.figure("thread-ns")),
                    runs.added(agent, child -> child.figure("process-ns")),
                    runs.added(agent, child -> child.figure("bytes")));
        }
    }
}
