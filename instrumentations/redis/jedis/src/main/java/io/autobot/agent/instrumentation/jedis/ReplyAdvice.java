package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisConnection;
import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** One reply was read, or one message of a subscription, or none could be. */
public final class ReplyAdvice {
    private ReplyAdvice() {}

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void replied(
            @Advice.This Connection connection, @Advice.Return Object reply, @Advice.Thrown Throwable thrown) {
        RedisConnection state = JedisConnections.known(connection);
        if (state == null) {
            return;
        }
        if (thrown == null) {
            state.replied(reply);
        } else if (thrown instanceof JedisRedirectionException) {
            state.repliedRedirection();
        } else if (thrown instanceof JedisDataException) {
            state.repliedError();
        } else {
            state.replyFailed(JedisFailures.isTimeout(thrown));
        }
    }
}
