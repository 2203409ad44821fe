package io.autobot.agent.tasks;

import io.autobot.agent.metrics.Buckets;
import io.autobot.agent.metrics.FamilyDescription;
import java.util.List;

/** The families of tasks: names, labels and what their numbers mean. */
public final class TaskFamilies {
    private static final String CATEGORY = "tasks";

    /** Ends of tasks. */
    public static final FamilyDescription EXECUTED = FamilyDescription.counter(CATEGORY, "autobot_tasks_executed_total")
            .open("task_type", "agent_type")
            .closed("status", TaskStatus.values())
            .documented()
            .help(
                    "Tasks that ended, by what they do (job, annotated method, class of the work) and who runs them (pool,"
                            + " scheduler, framework). A task that a framework knows by name counts there and not with the"
                            + " executor beneath. Cancelled is also who never ran; who was cancelled before it ran, by the"
                            + " pool that runs its like, or unknown.");

    /** How long they ran. */
    public static final FamilyDescription DURATION = FamilyDescription.histogram(
                    CATEGORY, "autobot_task_duration_seconds", Buckets.WORK)
            .open("task_type", "agent_type")
            .unit("seconds")
            .documented()
            .help(
                    "Run time of tasks, without waiting in a queue; rejected ones and who was cancelled before have none.");

    /** Those that run. */
    public static final FamilyDescription ACTIVE = FamilyDescription.gauge(CATEGORY, "autobot_active_tasks")
            .open("task_type", "agent_type")
            .documented()
            .help("Tasks that run now.");

    /** Those that wait. */
    public static final FamilyDescription QUEUE_SIZE = FamilyDescription.gauge(CATEGORY, "autobot_task_queue_size")
            .closed("priority", TaskPriority.values())
            .documented()
            .help(
                    "Tasks that wait in the queues of thread pools that have run a task; a delayed or periodic one waits only"
                            + " once it is due. The priority is that of the pool's threads, else what the pool's name says.");

    /** Further attempts. */
    public static final FamilyDescription RETRIES = FamilyDescription.counter(CATEGORY, "autobot_task_retries_total")
            .open("task_type")
            .closed("reason", RetryReason.values())
            .documented()
            .help(
                    "Further attempts that began, by how the attempt before ended; the failure that exhausts the attempts is"
                            + " followed by none. The task is named as the application named its retry, else by the method or"
                            + " class, else by the library.");

    /** How long they waited. */
    public static final FamilyDescription QUEUE_WAIT = FamilyDescription.histogram(
                    CATEGORY, "autobot_task_queue_wait_seconds", Buckets.QUEUE_WAIT)
            .open("agent_type")
            .unit("seconds")
            .help(
                    "From a task's hand-over to a thread pool to its start; a sample, at most one of 64 tasks that a thread"
                            + " hands over, and one at a time for each pool.");

    /** All of them. */
    public static final List<FamilyDescription> ALL =
            List.of(EXECUTED, DURATION, ACTIVE, QUEUE_SIZE, RETRIES, QUEUE_WAIT);

    private TaskFamilies() {}
}
