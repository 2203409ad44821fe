package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.ExecutorTask;
import io.autobot.agent.tasks.TaskAgent;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Some tasks on their way from being handed over to a pool to their start. As many as there are slots at a time; nothing
 * is allocated for one. Any thread; no lock.
 */
final class WaitSample {
    private static final int SLOTS = 32;
    private static final long LONG_NANOS = 10_000_000_000L;
    private static final Object TAKEN = new Object();

    private static final AtomicReferenceArray<Object> TASKS = new AtomicReferenceArray<>(SLOTS);
    private static final long[] SINCE = new long[SLOTS];
    private static final AtomicInteger WAITING = new AtomicInteger();

    /** Whether one object of this class may stand for many tasks, which could not be told apart. */
    private static final ClassValue<Boolean> STATELESS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type.isHidden() && type.getDeclaredFields().length == 0;
        }
    };

    static {
        Work.TASKS.everySecond(WaitSample::age);
    }

    private WaitSample() {}

    /** Tasks that wait long are not kept alive: some never begin. */
    private static void age() {
        if (WAITING.get() == 0) {
            return;
        }
        long now = System.nanoTime();
        for (int slot = 0; slot < SLOTS; slot++) {
            Object held = TASKS.get(slot);
            if (held instanceof WeakReference<?> old) {
                if (old.get() == null && TASKS.compareAndSet(slot, held, null)) {
                    WAITING.decrementAndGet();
                }
            } else if (held != null && held != TAKEN && now - SINCE[slot] > LONG_NANOS) {
                TASKS.compareAndSet(slot, held, new WeakReference<>(held));
            }
        }
    }

    /** This task is handed over now, unless all slots are taken by others. */
    static void handedOver(Runnable task) {
        ExecutorTask known = Work.taskOf(task);
        if (known.excluded() || STATELESS.get(task.getClass())) {
            return;
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            if (TASKS.get(slot) == null && TASKS.compareAndSet(slot, null, TAKEN)) {
                SINCE[slot] = System.nanoTime();
                WAITING.incrementAndGet();
                TASKS.set(slot, task);
                return;
            }
        }
    }

    /** This task begins. */
    static void started(Runnable task, TaskAgent agent) {
        if (WAITING.get() != 0) {
            long since = forget(task);
            if (since != 0) {
                agent.waits().waited(System.nanoTime() - since);
            }
        }
    }

    /**
     * This task waits no longer.
     *
     * @return when it was handed over, 0 if it is none of the sample
     */
    static long forget(Runnable task) {
        for (int slot = 0; slot < SLOTS; slot++) {
            Object held = TASKS.get(slot);
            if (held == task || held instanceof WeakReference<?> old && old.get() == task) {
                long since = SINCE[slot];
                if (TASKS.compareAndSet(slot, held, null)) {
                    WAITING.decrementAndGet();
                    return since;
                }
            }
        }
        return 0;
    }
}
