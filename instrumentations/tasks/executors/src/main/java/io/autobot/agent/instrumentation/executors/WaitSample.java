package io.autobot.agent.instrumentation.executors;

import java.lang.ref.WeakReference;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One task on its way from being handed over to a pool to its start, whose waiting is measured; the next one is taken
 * when it has begun. Any thread; no lock, nothing is allocated.
 */
final class WaitSample {
    private static final Object TAKEN = new Object();
    private static final long LONG_NANOS = 10_000_000_000L;

    /** Whether one object of this class may stand for many tasks, which could not be told apart. */
    private static final ClassValue<Boolean> STATELESS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.isHidden() && type.getDeclaredFields().length == 0;
        }
    };

    /** The task; weakly once it waits long, because it may never begin. */
    private final AtomicReference<Object> sampled = new AtomicReference<>();

    private long since;

    /** This task is handed over to a pool now; nothing if another one of its tasks is under way. */
    static void handedOver(ThreadPoolExecutor pool, Runnable task) {
        PoolQueue queue = PoolQueue.of(pool);
        if (queue != null
                && !STATELESS.get(task.getClass())
                && !Work.taskOf(task).excluded()) {
            queue.sample().take(task);
        }
    }

    private void take(Runnable task) {
        if (sampled.get() == null && sampled.compareAndSet(null, TAKEN)) {
            since = System.nanoTime();
            sampled.set(task);
        }
    }

    /**
     * This task waits no longer.
     *
     * @return for how long it did, negative if it is none of the sample
     */
    long ends(Runnable task) {
        Object held = sampled.get();
        if (held == null || held != task && !(held instanceof WeakReference<?> old && old.get() == task)) {
            return -1;
        }
        long begin = since;
        return sampled.compareAndSet(held, null) ? System.nanoTime() - begin : -1;
    }

    /** What waits long is not kept alive. */
    void age() {
        Object held = sampled.get();
        if (held instanceof WeakReference<?> old) {
            if (old.get() == null) {
                sampled.compareAndSet(held, null);
            }
        } else if (held != null && held != TAKEN && System.nanoTime() - since > LONG_NANOS) {
            sampled.compareAndSet(held, new WeakReference<>(held));
        }
    }
}
