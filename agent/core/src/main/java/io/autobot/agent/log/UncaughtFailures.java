package io.autobot.agent.log;

/**
 * What a thread of the agent dies of becomes one line. Without it the JVM would print a stack trace, or worse, the
 * application's own default handler would take our failure for one of its own. Any thread.
 */
public final class UncaughtFailures implements Thread.UncaughtExceptionHandler {
    /** The one for every thread that the agent starts. */
    public static final UncaughtFailures HANDLER = new UncaughtFailures();

    private UncaughtFailures() {}

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        String name = thread.getName();
        AgentLog.warnOnce(
                name, "the thread " + name + " ended early, the service is not affected: " + AgentLog.brief(thrown));
    }
}
