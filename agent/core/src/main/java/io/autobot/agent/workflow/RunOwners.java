package io.autobot.agent.workflow;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves the runs whose owner was collected before their end was told: a stream that nobody reads any more would stay
 * active for ever. Owners are held weakly. Any thread.
 */
final class RunOwners {
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final Set<Owned> all = ConcurrentHashMap.newKeySet();

    /** An owner and what it alone can bring to an end. */
    private static final class Owned extends WeakReference<Object> {
        private final WorkflowRun run;

        Owned(Object owner, WorkflowRun run, ReferenceQueue<Object> queue) {
            super(owner, queue);
            this.run = run;
        }
    }

    void add(Object owner, WorkflowRun run) {
        leaveCollected();
        all.add(new Owned(owner, run, collected));
    }

    /** To be called before active runs are told. */
    void leaveCollected() {
        for (Reference<?> dead = collected.poll(); dead != null; dead = collected.poll()) {
            all.remove(dead);
            ((Owned) dead).run.leave();
        }
    }
}
