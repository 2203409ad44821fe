package io.autobot.agent.instrumentation.executors;

import io.autobot.agent.tasks.ExecutorTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Finds the application's work within the objects that the JDK and libraries wrap it in. Any thread; calls no method of
 * a foreign object, allocates nothing for classes that were seen.
 */
final class Adapters {
    private static final int DEEPEST = 5;

    private static final VarHandle CALLABLE = field(FutureTask.class, "callable", Callable.class);
    private static final Class<?> RUNNABLE_ADAPTER = type("java.util.concurrent.Executors$RunnableAdapter");
    private static final VarHandle ADAPTED = field(RUNNABLE_ADAPTER, "task", Runnable.class);
    private static final Class<?> SUPPLY = type("java.util.concurrent.CompletableFuture$AsyncSupply");
    private static final VarHandle SUPPLIER = field(SUPPLY, "fn", Supplier.class);
    private static final Class<?> RUN = type("java.util.concurrent.CompletableFuture$AsyncRun");
    private static final VarHandle RUNNABLE = field(RUN, "fn", Runnable.class);

    /** The field that holds what is wrapped, by class; fields that a release lacks are passed over. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("java.util.concurrent.Executors$PrivilegedCallable", "task"),
            Map.entry("java.util.concurrent.Executors$PrivilegedCallableUsingCurrentClassLoader", "task"),
            Map.entry("org.springframework.scheduling.support.DelegatingErrorHandlingRunnable", "delegate"),
            Map.entry("org.springframework.scheduling.concurrent.ReschedulingRunnable", "delegate"),
            Map.entry("org.springframework.scheduling.config.Task$OutcomeTrackingRunnable", "runnable"),
            Map.entry("org.springframework.security.concurrent.DelegatingSecurityContextRunnable", "delegate"),
            Map.entry("org.springframework.security.concurrent.DelegatingSecurityContextCallable", "delegate"),
            Map.entry("com.google.common.util.concurrent.TrustedListenableFutureTask", "task"),
            Map.entry(
                    "com.google.common.util.concurrent.TrustedListenableFutureTask$TrustedFutureInterruptibleTask",
                    "callable"),
            Map.entry("io.micrometer.core.instrument.internal.TimedRunnable", "command"),
            Map.entry("io.micrometer.core.instrument.internal.TimedCallable", "callable"));

    /** An entry lives in the class it is about; what it holds refers to that class alone, or to nothing of it. */
    private static final ClassValue<Known> KNOWN = new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
            String name = FIELDS.get(type.getName());
            return new Known(name == null ? null : getter(type, name), Work.TASKS.of(type));
        }
    };

    /** A class: where it holds what is wrapped, {@code null} if that is nowhere, and its recorders. */
    private record Known(MethodHandle inner, ExecutorTask task) {}

    private Adapters() {}

    /** The recorders of the work itself; of the object given if nothing is known within. */
    static ExecutorTask taskOf(Object work) {
        Object at = work;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Object inner = wrappedByJdk(at);
            if (inner == null) {
                Known known = KNOWN.get(at.getClass());
                inner = known.inner == null ? null : read(known.inner, at);
                if (inner == null) {
                    return known.task;
                }
            }
            at = inner;
        }
        return KNOWN.get(at.getClass()).task;
    }

    private static Object wrappedByJdk(Object task) {
        Class<?> type = task.getClass();
        if (type == RUNNABLE_ADAPTER) {
            return (Runnable) ADAPTED.get(task);
        }
        if (task instanceof FutureTask) {
            return (Callable<?>) CALLABLE.get((FutureTask<?>) task);
        }
        if (type == SUPPLY) {
            return (Supplier<?>) SUPPLIER.get(task);
        }
        return type == RUN ? (Runnable) RUNNABLE.get(task) : null;
    }

    /** What such a getter finds; {@code null} if it cannot. */
    static Object read(MethodHandle getter, Object task) {
        try {
            return getter.invokeExact(task);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    /** Reads this field of objects of this class, as an object; {@code null} if there is none or it is closed. */
    static MethodHandle getter(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            try {
                return MethodHandles.privateLookupIn(at, MethodHandles.lookup())
                        .unreflectGetter(at.getDeclaredField(name))
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (NoSuchFieldException inherited) {
                // Further up, or in no release that is here.
            } catch (IllegalAccessException | RuntimeException closed) {
                return null;
            }
        }
        return null;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
