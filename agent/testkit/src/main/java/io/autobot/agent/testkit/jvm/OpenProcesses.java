package io.autobot.agent.testkit.jvm;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Processes that tests started; whatever is left is killed when this JVM ends. Any thread may call. */
public final class OpenProcesses {
    private static final Set<Process> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Thread hook = new Thread(() -> OPEN.forEach(OpenProcesses::destroy), "autobot-testkit-shutdown");
        hook.setContextClassLoader(null);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private OpenProcesses() {}

    /** From now on this process does not outlive this JVM. */
    public static void add(Process process) {
        OPEN.add(process);
        process.onExit().thenRun(() -> OPEN.remove(process));
    }

    /** Kills a process with its children and waits until it is gone. */
    public static void kill(Process process) {
        destroy(process);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not die");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
