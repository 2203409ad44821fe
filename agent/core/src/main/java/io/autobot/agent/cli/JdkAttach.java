package io.autobot.agent.cli;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JDK's attach API. By reflection, because module {@code jdk.attach} belongs to the application's loader, which the
 * agent's does not see, and may be missing from a reduced runtime.
 */
final class JdkAttach {
    private static final String API = "com.sun.tools.attach.VirtualMachine";

    private final Class<?> virtualMachine;

    private JdkAttach(Class<?> virtualMachine) {
        this.virtualMachine = virtualMachine;
    }

    /** @throws UnsupportedOperationException if this runtime has no module {@code jdk.attach} */
    static JdkAttach open() {
        try {
            return new JdkAttach(Class.forName(API, true, ClassLoader.getSystemClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new UnsupportedOperationException(
                    "this Java runtime has no module jdk.attach: run the tool with a full JDK");
        }
    }

    /** The JVMs of this user on this host, process id to main class and arguments. */
    Map<String, String> list() throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        for (Object descriptor : (List<?>) call(virtualMachine, "list", null)) {
            Class<?> type = descriptor.getClass();
            found.put((String) call(type, "id", descriptor), (String) call(type, "displayName", descriptor));
        }
        return found;
    }

    /** Has the agent loaded by another JVM, and returns when its {@code agentmain} has. */
    void load(String pid, File jar, String arguments) throws Exception {
        Object machine = invoke(virtualMachine.getMethod("attach", String.class), null, pid);
        try {
            invoke(
                    virtualMachine.getMethod("loadAgent", String.class, String.class),
                    machine,
                    jar.getAbsolutePath(),
                    arguments);
        } finally {
            call(virtualMachine, "detach", machine);
        }
    }

    private static Object call(Class<?> type, String method, Object on) throws Exception {
        return invoke(type.getMethod(method), on);
    }

    private static Object invoke(Method method, Object on, Object... arguments) throws Exception {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
