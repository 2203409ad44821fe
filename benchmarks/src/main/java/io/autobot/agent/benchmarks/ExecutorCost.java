package io.autobot.agent.benchmarks;

import io.autobot.agent.benchmarks.program.ExecutorLoop;
import io.autobot.agent.testkit.jvm.Jdk;
import java.util.List;

/** What an agent adds to one task of an executor of the JDK, all threads together. */
public final class ExecutorCost {
    private static final String VIRTUAL = "virtual";
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private ExecutorCost() {}

    public static void main(String[] arguments) {
        Options options = new Options(
                arguments,
                "forks",
                "5",
                "jdks",
                "17,25",
                "agents",
                "autobot,opentelemetry",
                "shapes",
                "execute,submit,async,fork-join,virtual");
        for (Jdk jdk : options.jdks()) {
            for (String shape : options.list("shapes")) {
                if (jdk.feature() >= FIRST_WITH_VIRTUAL_THREADS || !shape.equals(VIRTUAL)) {
                    measure(options, jdk, shape);
                }
            }
        }
    }

    private static void measure(Options options, Jdk jdk, String shape) {
        Runs runs = new Runs(
                options.agents(),
                options.number("forks"),
                agent -> Child.run(jdk, agent, List.of(), ExecutorLoop.class.getName(), shape));
        Table table = new Table("JDK " + jdk.feature() + ": " + shape, "wall ns", "process ns", "bytes");
        for (Agent agent : options.agents()) {
            table.row(
                    agent.id(),
                    agent != Agent.NONE,
                    ".0f",
                    runs.added(agent, child -> child.figure("wall-ns")),
                    runs.added(agent, child -> child.figure("process-ns")),
                    runs.added(agent, child -> child.figure("all-bytes")));
        }
    }
}
