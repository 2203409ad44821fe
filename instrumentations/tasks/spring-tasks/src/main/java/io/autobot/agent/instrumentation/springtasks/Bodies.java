package io.autobot.agent.instrumentation.springtasks;

import io.autobot.agent.tasks.TaskKind;
import io.autobot.agent.tasks.TaskMethods;
import io.autobot.agent.tasks.TaskMetrics;
import io.autobot.agent.tasks.TaskStatus;
import io.autobot.agent.tasks.TasksDomain;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInvocation;

/** The bodies of asynchronous methods, and how they end. Any thread. */
final class Bodies {
    private static final TaskMetrics METRICS = TasksDomain.get().metrics();
    private static final TaskMethods METHODS = TasksDomain.get().methods("spring-async");

    /** How the body that ends on this thread has failed, where its exception goes to a handler and not on. */
    private static final ThreadLocal<TaskStatus> HANDLED = new ThreadLocal<>();

    private Bodies() {}

    static TaskKind kind(MethodInvocation invocation) {
        Method method = invocation.getMethod();
        Object target = invocation.getThis();
        return METHODS.kind(method, target == null ? method.getDeclaringClass() : target.getClass());
    }

    static long begin(MethodInvocation invocation) {
        takeHandled();
        return kind(invocation).begin();
    }

    static void end(long run, Throwable thrown) {
        TaskStatus handled = takeHandled();
        if (run != 0) {
            METRICS.end(run, handled != null ? handled : TaskStatus.of(thrown));
        }
    }

    /** A handler has had this exception: the body that threw it ends next on this thread. */
    static void handled(Throwable thrown) {
        HANDLED.set(TaskStatus.of(thrown));
    }

    private static TaskStatus takeHandled() {
        TaskStatus handled = HANDLED.get();
        if (handled != null) {
            HANDLED.remove();
        }
        return handled;
    }
}
