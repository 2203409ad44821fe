package io.autobot.agent.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All gates of a simulator by their names. */
public final class Gates {
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /** The gate of a name, made when first asked for. */
    public Gate gate(String name) {
        return gates.computeIfAbsent(name, Gate::new);
    }

    /** Opens all. */
    public void openAll() {
        gates.values().forEach(Gate::open);
    }
}
