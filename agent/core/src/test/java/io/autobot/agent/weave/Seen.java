package io.autobot.agent.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the advice of the tests saw; outside the advice's own class loader, so that tests can read it. */
public final class Seen {
    private static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();

    private Seen() {}

    public static void event(String event) {
        EVENTS.add(event);
    }

    /** The events since the last call, in order. */
    public static List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String event = EVENTS.poll(); event != null; event = EVENTS.poll()) {
            taken.add(event);
        }
        return taken;
    }
}
