package io.autobot.agent.instrumentation.langgraph4j;

import io.autobot.agent.spi.StateMap;

/** The runs of graphs beside the generators that make them and the streams around these. Any thread. */
final class GraphRuns {
    private static final StateMap<Object, GraphRun> RUNS = new StateMap<>();

    private GraphRuns() {}

    static GraphRun get(Object generator) {
        return RUNS.get(generator);
    }

    static void put(Object generator, GraphRun run) {
        RUNS.put(generator, run);
    }
}
