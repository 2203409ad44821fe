package io.autobot.agent.tasks;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The recorders of tasks that are methods of the application's objects: {@code Class.method}, by the object's class, so
 * that a method which several inherit counts for each. Any thread; one that was seen is found without a lock and without
 * allocation.
 */
public final class TaskMethods {
    /** An entry lives in the class it is about and refers to methods that class sees, so nothing is kept alive. */
    private final ClassValue<ConcurrentHashMap<Method, TaskKind>> byClass = new ClassValue<>() {
        @Override
        protected ConcurrentHashMap<Method, TaskKind> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final TaskMetrics metrics;
    private final String agentType;

    TaskMethods(TaskMetrics metrics, String agentType) {
        this.metrics = metrics;
        this.agentType = agentType;
    }

    /**
     * The recorder of a method.
     *
     * @param method of an interface perhaps
     * @param target the class it is called on; a class made at run time is told by the class it extends, a proxy of
     *     interfaces by the interface
     */
    public TaskKind kind(Method method, Class<?> target) {
        ConcurrentHashMap<Method, TaskKind> methods = byClass.get(target);
        TaskKind known = methods.get(method);
        return known != null ? known : meet(methods, method, target);
    }

    private TaskKind meet(ConcurrentHashMap<Method, TaskKind> methods, Method method, Class<?> target) {
        Class<?> named = Proxy.isProxyClass(target) ? method.getDeclaringClass() : target;
        TaskKind kind = metrics.kind(TaskNames.ofMethod(method, named), agentType);
        methods.putIfAbsent(method, kind);
        return kind;
    }
}
