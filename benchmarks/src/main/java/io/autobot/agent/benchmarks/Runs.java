package io.autobot.agent.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Runs of one program under several agents, in turn, so that a machine that drifts drifts for all of them alike. */
final class Runs {
    private final Map<Agent, List<Child>> children = new EnumMap<>(Agent.class);

    /** Runs every agent, and again, so many times. */
    Runs(List<Agent> agents, int times, Function<Agent, Child> run) {
        for (int i = 0; i < times; i++) {
            for (Agent agent : agents) {
                children.computeIfAbsent(agent, none -> new ArrayList<>()).add(run.apply(agent));
            }
        }
    }

    double median(Agent agent, ToDoubleFunction<Child> figure) {
        double[] sorted =
                children.get(agent).stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The base line as it is, every other agent as what it adds to it. */
    double added(Agent agent, ToDoubleFunction<Child> figure) {
        double median = median(agent, figure);
        return agent == Agent.NONE ? median : median - median(Agent.NONE, figure);
    }
}
