package io.autobot.agent.tasks;

import io.autobot.agent.metrics.FamilyDescription;
import java.util.List;

/** The families of tasks: names, labels and what their numbers mean. */
public final class TaskFamilies {
    private static final String CATEGORY = "tasks";

    /** Further attempts. */
    public static final FamilyDescription RETRIES = FamilyDescription.counter(CATEGORY, "autobot_task_retries_total")
            .open("task_type")
            .closed("reason", "timeout", "rate_limit", "connection", "server_error", "error")
            .documented()
            .help(
                    "Further attempts that began, by how the attempt before ended; the failure that exhausts the attempts is"
                            + " followed by none. The task is named as the application named its retry, else by the method or"
                            + " class, else by the library.");

    /** All of them. */
    public static final List<FamilyDescription> ALL = List.of(RETRIES);

    private TaskFamilies() {}
}
