package io.autobot.agent.simulator;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/** Behaviours waiting for the requests that will get them, in order. Safe for use by several threads. */
public final class Script {
    private final Queue<Behaviour> forAny = new ArrayDeque<>();
    private final Map<Endpoint, Queue<Behaviour>> forOne = new EnumMap<>(Endpoint.class);

    /**
     * Appends a behaviour.
     *
     * @param endpoint whose next request gets it, or null for the next request of all
     */
    public synchronized void add(Endpoint endpoint, Behaviour behaviour) {
        Queue<Behaviour> queue = endpoint == null ? forAny : forOne.computeIfAbsent(endpoint, e -> new ArrayDeque<>());
        queue.add(behaviour);
    }

    /** Takes the behaviour for a request, or null when none waits. */
    public synchronized Behaviour poll(Endpoint endpoint) {
        Queue<Behaviour> own = forOne.get(endpoint);
        return own != null && !own.isEmpty() ? own.poll() : forAny.poll();
    }

    /** Forgets all. */
    public synchronized void clear() {
        forAny.clear();
        forOne.clear();
    }
}
