package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisThread;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Calls of the application, above the attempts at them. */
final class JedisCalls {
    private JedisCalls() {}

    static boolean enter() {
        RedisThread.current().enterCall();
        return true;
    }

    /**
     * Ends what {@link #enter} began.
     *
     * @param entered whether {@link #enter} ran
     * @return whether the call failed and no attempt was recorded
     */
    static boolean exit(boolean entered, Throwable thrown) {
        return entered && RedisThread.current().exitCall(thrown != null);
    }

    /** The call failed because no connection was to be had; what the client refused to try is no attempt. */
    static void failedUnsent(int id, Throwable thrown) {
        RedisThread thread = RedisThread.current();
        if (thrown instanceof JedisException
                && !(thrown instanceof JedisDataException)
                && thread.borrowedFrom() != null
                && !thread.internal()) {
            thread.borrowedFrom().database().operation(id).error(System.nanoTime() - thread.borrowStart());
        }
    }
}
