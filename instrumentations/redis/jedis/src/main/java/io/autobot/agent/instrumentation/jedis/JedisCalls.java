package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisThread;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Calls of the application, above the attempts at them. */
final class JedisCalls {
    private JedisCalls() {}

    static long enter() {
        RedisThread.current().enterCall();
        return System.nanoTime();
    }

    /**
     * Ends what {@link #enter} began.
     *
     * @param start what {@link #enter} returned, 0 if it did not run
     * @return whether the call failed and no attempt was recorded
     */
    static boolean exit(long start, Throwable thrown) {
        return start != 0 && RedisThread.current().exitCall(thrown != null);
    }

    /** The call failed because no connection was to be had; what the client refused to try is no attempt. */
    static void failedUnsent(int id, long start, Throwable thrown) {
        RedisThread thread = RedisThread.current();
        if (thrown instanceof JedisException
                && !(thrown instanceof JedisDataException)
                && thread.borrowedFrom() != null
                && !thread.internal()) {
            thread.borrowedFrom().database().operation(id).error(System.nanoTime() - start);
        }
    }
}
