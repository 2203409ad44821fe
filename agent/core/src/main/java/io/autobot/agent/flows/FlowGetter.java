package io.autobot.agent.flows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;

/**
 * Asks objects for one of their properties: by the method of that name, as records have it, else by {@code get} or
 * {@code is} and the name. The method is looked for once for each class. Any thread.
 */
final class FlowGetter {
    private static final MethodType ASKED = MethodType.methodType(Object.class, Object.class);
    private static final MethodHandle NOTHING =
            MethodHandles.dropArguments(MethodHandles.constant(Object.class, null), 0, Object.class);

    private final String[] names;
    private final String form;
    private final FlowState state;

    /** An entry lives in the class it is about, and refers to that class and to us. */
    private final ClassValue<MethodHandle> handles = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            return find(type);
        }
    };

    /** @param form the whole value that it is part of, for people */
    FlowGetter(String name, String form, FlowState state) {
        String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        names = new String[] {name, "get" + upper, "is" + upper};
        this.form = form;
        this.state = state;
    }

    Object ask(Object asked) throws Throwable {
        return (Object) handles.get(asked.getClass()).invokeExact(asked);
    }

    private MethodHandle find(Class<?> type) {
        try {
            MethodHandle found = inHierarchy(type);
            if (found != null) {
                return found;
            }
            state.problem("'" + form + "' cannot be read: " + type.getName() + " has no method " + names[0] + "() or "
                    + names[1] + "() that could be called and gives a name");
        } catch (Throwable unreadable) {
            state.problem("'" + form + "' cannot be read from " + type.getName() + ": " + unreadable);
        }
        return NOTHING;
    }

    private MethodHandle inHierarchy(Class<?> type) throws IllegalAccessException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            MethodHandle found = declared(at);
            if (found != null) {
                return found;
            }
        }
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            MethodHandle found = inInterfaces(at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private MethodHandle inInterfaces(Class<?> type) throws IllegalAccessException {
        for (Class<?> implemented : type.getInterfaces()) {
            MethodHandle found = declared(implemented);
            found = found != null ? found : inInterfaces(implemented);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private MethodHandle declared(Class<?> type) throws IllegalAccessException {
        for (String name : names) {
            Method method;
            try {
                method = type.getDeclaredMethod(name);
            } catch (NoSuchMethodException absent) {
                continue;
            }
            if (givesAName(method) && method.trySetAccessible()) {
                return MethodHandles.lookup().unreflect(method).asType(ASKED);
            }
        }
        return null;
    }

    /** Numbers are none, and would have to be boxed. */
    private static boolean givesAName(Method method) {
        Class<?> returned = method.getReturnType();
        return !Modifier.isStatic(method.getModifiers()) && (!returned.isPrimitive() || returned == boolean.class);
    }
}
