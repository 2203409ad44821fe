package io.autobot.agent.log;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agent's own lines on stderr. Neither {@code java.util.logging} nor SLF4J: touching either before the
 * application does would choose its log manager for it.
 *
 * <p>Every method may be called from any thread, and none of them ever throws.
 */
public final class AgentLog {
    /** Levels from the most to the least talkative. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR,
        OFF
    }

    private static final String PREFIX = "[autobot-agent] ";

    /** Places that may speak once; past this many the agent has said enough. */
    private static final int MAX_ONCE_KEYS = 1_000;

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private static volatile Level threshold = Level.INFO;

    /** Replaced by tests only; stderr is read anew each time because applications replace it. */
    private static volatile PrintStream sink;

    private AgentLog() {}

    /** Sets the lowest level that is printed. */
    public static void threshold(Level level) {
        threshold = level;
    }

    /** Whether a line of this level would be printed. */
    public static boolean prints(Level level) {
        return level.compareTo(threshold) >= 0 && threshold != Level.OFF;
    }

    /** Redirects the lines, {@code null} for stderr again. For tests. */
    public static void sink(PrintStream stream) {
        sink = stream;
    }

    public static void debug(String message) {
        print(Level.DEBUG, message);
    }

    public static void info(String message) {
        print(Level.INFO, message);
    }

    public static void warn(String message) {
        print(Level.WARN, message);
    }

    public static void error(String message) {
        print(Level.ERROR, message);
    }

    /** Prints a warning the first time this key is seen, and nothing afterwards. */
    public static void warnOnce(String key, String message) {
        if (SAID.size() < MAX_ONCE_KEYS && SAID.add(key)) {
            warn(message);
        }
    }

    /** One line that says what a throwable is and where it came from, fit for a message. */
    public static String brief(Throwable thrown) {
        try {
            StackTraceElement[] trace = thrown.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0];
            return thrown.getClass().getName() + ": " + thrown.getMessage() + where;
        } catch (Throwable hostile) {
            return thrown.getClass().getName();
        }
    }

    private static void print(Level level, String message) {
        if (!prints(level)) {
            return;
        }
        try {
            PrintStream out = sink;
            String label = level == Level.INFO ? "" : level + " ";
            // One call, so that lines of several threads do not mix.
            (out == null ? System.err : out).println(PREFIX + label + message.replace('\n', ' '));
        } catch (Throwable ignored) {
            // An application may have closed or replaced stderr by something that throws; it must not notice us.
        }
    }
}
