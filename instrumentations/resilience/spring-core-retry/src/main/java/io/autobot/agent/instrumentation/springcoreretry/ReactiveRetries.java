package io.autobot.agent.instrumentation.springcoreretry;

import io.autobot.agent.spi.StateMap;
import io.autobot.agent.tasks.RepeatedMethod;
import io.autobot.agent.tasks.TaskNames;
import io.autobot.agent.tasks.TaskRetries;
import io.autobot.agent.tasks.TasksDomain;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Follows an annotated method from the specification of its retries, which Spring makes anew for each call, to the
 * attempts of a subscription. Each specification carries its method; a name is made of it only when an attempt has
 * failed. Refers to nothing of Spring: Reactor is there without it, too.
 */
final class ReactiveRetries {
    private static final VarHandle METHOD_OF =
            SpringCoreFields.METHOD.find(MethodHandles.lookup(), RetryBackoffSpec.class);
    private static final VarHandle TARGET_OF =
            SpringCoreFields.TARGET.find(MethodHandles.lookup(), RetryBackoffSpec.class);

    /** Instead of the fields, where Reactor was loaded before the agent: the name at once. */
    private static final StateMap<RetryBackoffSpec, String> LATE = new StateMap<>();

    /** The subscriptions of which an attempt has failed. */
    private static final StateMap<Retry.RetrySignal, TaskRetries> FAILED = new StateMap<>();

    private ReactiveRetries() {}

    static void specified(RetryBackoffSpec specification) {
        RepeatedMethod repeated = RepeatedMethod.current();
        Method method = repeated.method();
        if (method == null || specification == null) {
            return;
        }
        if (METHOD_OF != null) {
            TARGET_OF.set(specification, (Object) repeated.target());
            METHOD_OF.set(specification, (Object) method);
        } else {
            LATE.put(specification, TaskNames.ofMethod(method, repeated.target()));
        }
    }

    static void failed(RetryBackoffSpec specification, Retry.RetrySignal subscription) {
        String name = name(specification);
        if (name != null && FAILED.get(subscription) == null) {
            FAILED.put(subscription, TasksDomain.get().retries(name));
        }
    }

    static void again(Retry.RetrySignal subscription) {
        TaskRetries known = FAILED.get(subscription);
        if (known != null) {
            known.again(subscription.failure());
        }
    }

    private static String name(RetryBackoffSpec specification) {
        if (METHOD_OF == null) {
            return LATE.get(specification);
        }
        Method method = (Method) METHOD_OF.get(specification);
        return method == null ? null : TaskNames.ofMethod(method, (Class<?>) TARGET_OF.get(specification));
    }
}
