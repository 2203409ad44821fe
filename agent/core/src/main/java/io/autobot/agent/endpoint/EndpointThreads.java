package io.autobot.agent.endpoint;

import io.autobot.agent.log.UncaughtFailures;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that keep neither the JVM nor any class loader of the application alive. */
final class EndpointThreads {
    private static final String PREFIX = "autobot-endpoint-";

    private EndpointThreads() {}

    static Thread create(String name, Runnable work) {
        // Inheritable thread-locals of whoever asks first could hold an application's class loader.
        Thread thread = new Thread(null, work, PREFIX + name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.setUncaughtExceptionHandler(UncaughtFailures.HANDLER);
        return thread;
    }

    static ThreadFactory numbered(String name) {
        // No lambda: see AgentStart.
        return new ThreadFactory() {
            private final AtomicInteger number = new AtomicInteger();

            @Override
            public Thread newThread(Runnable work) {
                return create(name + "-" + number.incrementAndGet(), work);
            }
        };
    }
}
