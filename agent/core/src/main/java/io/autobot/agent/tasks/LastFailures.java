package io.autobot.agent.tasks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why tasks have failed last, for frameworks whose own record keeps no more than that they did. As many as there is room
 * for, the oldest is forgotten first; nothing of the application is kept. Any thread; takes a lock, for who has failed.
 */
public final class LastFailures {
    private static final int MOST = 1_024;

    private final Map<String, RetryReason> reasons = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RetryReason> eldest) {
            return size() > MOST;
        }
    };

    /** Remembers it until the next attempt. */
    public synchronized void failed(String taskType, String instance, Throwable failure) {
        reasons.put(key(taskType, instance), Failures.reason(failure));
    }

    /** Why the attempt before this one failed, {@link RetryReason#ERROR} if it did so elsewhere or long ago. */
    public synchronized RetryReason take(String taskType, String instance) {
        RetryReason reason = reasons.remove(key(taskType, instance));
        return reason == null ? RetryReason.ERROR : reason;
    }

    private static String key(String taskType, String instance) {
        return taskType + '\n' + instance;
    }
}
