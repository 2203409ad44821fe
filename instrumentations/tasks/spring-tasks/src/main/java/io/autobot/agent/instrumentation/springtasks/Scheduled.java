package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskMethods;
import io.autobot.agent.tasks.TaskMetrics;
import io.autobot.agent.tasks.TasksDomain;
import java.lang.reflect.Method;

/** The recorders of methods that a scheduler runs. Any thread. */
final class Scheduled {
    static final TaskMetrics METRICS = TasksDomain.get().metrics();

    private static final TaskMethods METHODS = TasksDomain.get().methods("spring-scheduled");

    private Scheduled() {}

    static TaskKind kind(Method method, Class<?> target) {
        return METHODS.kind(method, target);
    }
}
