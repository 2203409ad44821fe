package io.autobot.agent.instrumentation.springretry;

import io.autobot.agent.tasks.TaskNames;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;

/** What retried work is called. */
final class Names {
    /** Since 2.0; {@code null} before. A call of it would not link with the versions before. */
    private static final MethodHandle LABEL = label();

    private Names() {}

    /** The label of an annotation or its method; else the callback's own label; else where the callback was written. */
    static String of(RetryContext context, Object callback) {
        String declared = declared(context);
        if (declared != null) {
            return declared;
        }
        String label = label((RetryCallback<?, ?>) callback);
        return label != null && !label.isEmpty()
                ? TaskNames.ofSignature(label)
                : TaskNames.ofClass(callback.getClass().getName());
    }

    /** The label of an annotation or its method, {@code null} before the first attempt and where there is none. */
    static String declared(RetryContext context) {
        return context.getAttribute(RetryContext.NAME) instanceof String name && !name.isEmpty()
                ? TaskNames.ofSignature(name)
                : null;
    }

    private static String label(RetryCallback<?, ?> callback) {
        try {
            return LABEL == null ? null : (String) LABEL.invokeExact(callback);
        } catch (Throwable unreadable) {
            return null;
        }
    }

    private static MethodHandle label() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(RetryCallback.class, "getLabel", MethodType.methodType(String.class));
        } catch (ReflectiveOperationException old) {
            return null;
        }
    }
}
