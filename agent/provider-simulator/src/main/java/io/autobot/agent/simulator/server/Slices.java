package io.autobot.agent.simulator.server;

import io.autobot.agent.simulator.Behaviour;
import java.util.Random;

/** How many bytes are written at once. */
final class Slices {
    private static final int LONGEST = 40;

    private final int fixed;
    private final Random random;

    Slices(Behaviour behaviour) {
        random = behaviour.has("random") ? new Random(behaviour.number("random", 0)) : null;
        fixed = (int) behaviour.number("split", Integer.MAX_VALUE);
    }

    /** Whether nothing is split. */
    boolean whole() {
        return random == null && fixed == Integer.MAX_VALUE;
    }

    int next() {
        return random == null ? fixed : 1 + random.nextInt(LONGEST);
    }
}
