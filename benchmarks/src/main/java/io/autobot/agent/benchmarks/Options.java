package io.autobot.agent.benchmarks;

import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of a benchmark, {@code --name value}, a list with commas. */
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @param defaults name, value, name, value: all there are
     * @throws IllegalArgumentException for any other, with the names there are
     */
    Options(String[] arguments, String... defaults) {
        for (int i = 0; i < defaults.length; i += 2) {
            values.put(defaults[i], defaults[i + 1]);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!values.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + ": give --name value; defaults are " + values);
            }
            values.put(name, arguments[i + 1]);
        }
    }

    List<String> list(String name) {
        return List.of(values.get(name).split(","));
    }

    int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    /** Option {@code jdks}. */
    List<Jdk> jdks() {
        List<Jdk> jdks = new ArrayList<>();
        for (String feature : list("jdks")) {
            jdks.add(Jdks.of(Integer.parseInt(feature)));
        }
        return jdks;
    }

    /** Option {@code agents}; the base line is always there and comes first. */
    List<Agent> agents() {
        List<String> wanted = list("agents");
        List<Agent> agents = new ArrayList<>(List.of(Agent.NONE));
        for (Agent agent : Agent.values()) {
            if (agent != Agent.NONE && wanted.contains(agent.id())) {
                agents.add(agent);
            }
        }
        return agents;
    }
}
