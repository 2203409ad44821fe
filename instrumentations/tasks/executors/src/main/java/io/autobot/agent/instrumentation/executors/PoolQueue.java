package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.tasks.TaskAgent;
import io.autobot.agent.tasks.TaskPriority;
import io.autobot.agent.tasks.TaskQueue;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The queue of a thread pool that has run a task. Does not keep the pool alive. Any thread. */
final class PoolQueue implements TaskQueue {
    private static final StateMap<ThreadPoolExecutor, PoolQueue> QUEUES = new StateMap<>();
    private static final String DELAYED = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

    static {
        // Asked for its size, it drops what was collected: also after the last pool, when nobody adds any more.
        Work.TASKS.everySecond(QUEUES::size);
    }

    /** To be asked for each task. */
    private final WaitSample sample = new WaitSample();

    private final WeakReference<ThreadPoolExecutor> pool;
    private final TaskAgent agent;
    private final TaskPriority priority;
    private volatile boolean shown;

    private PoolQueue(ThreadPoolExecutor pool, TaskAgent agent, TaskPriority priority) {
        this.pool = new WeakReference<>(pool);
        this.agent = agent;
        this.priority = priority;
    }

    /** The one of this pool, whose worker this thread is. */
    static PoolQueue of(ThreadPoolExecutor pool, TaskAgent agent, Thread worker) {
        PoolQueue known = QUEUES.get(pool);
        if (known != null) {
            return known;
        }
        PoolQueue made = new PoolQueue(pool, agent, TaskPriority.of(worker.getPriority(), agent.name()));
        PoolQueue raced = QUEUES.putIfAbsent(pool, made);
        return raced == null ? made : raced;
    }

    /** That of this pool; {@code null} while none of its workers was seen. */
    static PoolQueue of(ThreadPoolExecutor pool) {
        return QUEUES.get(pool);
    }

    /** Who runs its tasks. */
    TaskAgent agent() {
        return agent;
    }

    WaitSample sample() {
        return sample;
    }

    /** A worker has taken this task. */
    void started(Runnable task) {
        long waited = sample.ends(task);
        if (waited >= 0) {
            agent.waits().waited(waited);
        }
    }

    /** Counts as waiting from now on. */
    void show() {
        if (!shown) {
            shown = true;
            Work.TASKS.show(this);
        }
    }

    @Override
    public TaskPriority priority() {
        return priority;
    }

    @Override
    public void tidy() {
        sample.age();
    }

    @Override
    public boolean ended() {
        ThreadPoolExecutor known = pool.get();
        return known == null || known.isTerminated();
    }

    /** No method of a class of the application's is called: a queue of its own does not count. */
    @Override
    public long waiting() {
        ThreadPoolExecutor known = pool.get();
        if (known == null) {
            return 0;
        }
        BlockingQueue<Runnable> queue = known.getQueue();
        Class<?> type = queue.getClass();
        if (type == LinkedBlockingQueue.class
                || type == ArrayBlockingQueue.class
                || type == LinkedBlockingDeque.class
                || type == PriorityBlockingQueue.class
                || type == SynchronousQueue.class) {
            return queue.size();
        }
        return type.getName().equals(DELAYED) ? due(queue) : 0;
    }

    /** Those whose time has come. */
    private static long due(Queue<Runnable> queue) {
        if (!isDue(queue.peek())) {
            return 0;
        }
        long due = 0;
        for (Runnable task : queue) {
            due += isDue(task) ? 1 : 0;
        }
        return due;
    }

    private static boolean isDue(Runnable task) {
        return task instanceof Delayed delayed && delayed.getDelay(TimeUnit.NANOSECONDS) <= 0;
    }
}
