package io.autobot.agent.instrumentation.jedis;

import io.autobot.agent.redis.RedisPoolOrigin;
import io.autobot.agent.redis.RedisThread;
import net.bytebuddy.asm.Advice;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;

/** Jedis 4 and later: HELLO, AUTH, CLIENT SETINFO, SELECT of a new connection, all sent within this method. */
public final class HandshakeAdvice {
    private HandshakeAdvice() {}

    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static boolean shaking(
            @Advice.This Connection connection,
            @Advice.FieldValue("socketFactory") JedisSocketFactory factory,
            @Advice.Argument(0) JedisClientConfig config) {
        RedisThread thread = RedisThread.current();
        thread.enterInternal();
        RedisPoolOrigin origin = thread.making();
        if (origin != null) {
            origin.selects(config.getDatabase());
        } else if (JedisServers.isNews(connection)) {
            JedisServers.learn(
                    connection, new ConfiguredServerSource(factory, config, JedisConnections.of(connection)));
        }
        return true;
    }

    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void shaken(@Advice.Enter boolean entered) {
        if (entered) {
            RedisThread.current().exitInternal();
        }
    }
}
