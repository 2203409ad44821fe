package io.autobot.agent.instrumentation.redisson;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.method;
import static io.autobot.agent.spi.TypeTarget.Hook.hook;

import io.autobot.agent.instrumentation.redis.OwnTrafficAdvice;
import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * Redisson 3.17 to 4.7. Whatever the application asks for, from any of Redisson's objects, becomes a {@code
 * RedisExecutor}, which makes as many attempts as it takes; what Redisson sends on its own account (handshake, PING,
 * topology, sentinels) goes straight to a connection and never meets one. An attempt begins in {@code sendCommand} and
 * ends in {@code checkAttemptPromise}, by a reply, a timeout or a lost connection alike. Subscriptions have a way of
 * their own.
 */
public final class RedissonInstrumentation implements Instrumentation {
    private static final String REDISSON = "org.redisson.";
    private static final String CONNECTION = REDISSON + "client.RedisConnection";
    private static final String COMMAND_DATA = REDISSON + "client.protocol.CommandData";
    private static final String PUBSUB = REDISSON + "client.protocol.pubsub.";
    private static final String FUTURE = "java.util.concurrent.CompletableFuture";

    @Override
    public void describe(Description redisson) {
        redisson.name("redisson").feeds(Group.REDIS).library("org.redisson:redisson", "3.17", "4.7");
        attempts(redisson);
        replies(redisson);
        subscriptions(redisson);
        nodes(redisson);
    }

    private static void attempts(Description redisson) {
        redisson.type(REDISSON + "command.RedisExecutor")
                .carries(RedissonFields.SENT)
                .carries(RedissonFields.BATCH)
                .carries(RedissonFields.START)
                .carries(RedissonFields.ASKED)
                .on(method("getConnection"), AskAdvice.class)
                .on(method("sendCommand").takes(FUTURE, CONNECTION), SendAdvice.class)
                .on(method("checkAttemptPromise").takes(FUTURE, FUTURE), AttemptAdvice.class)
                .on(method("handleError").takes(FUTURE, "java.lang.Throwable"), FailureAdvice.class);
        redisson.type(REDISSON + "command.RedisCommonBatchExecutor")
                .on(constructor(), BatchAdvice.class)
                .on(method("sendCommand").takes(FUTURE, CONNECTION), SendAdvice.class)
                // Also called when another command of the connection has ended, with nothing of the batch around it.
                .on(method("sendCommand").takes(CONNECTION, FUTURE, "java.util.List"), SendLaterAdvice.class);
        redisson.type(REDISSON + "command.RedisQueuedBatchExecutor")
                .on(method("sendCommand").takes(FUTURE, CONNECTION), SendAdvice.class);
        redisson.type(CONNECTION)
                .on(method("send").takes(COMMAND_DATA), SentAdvice.class)
                .on(method("send").takes(REDISSON + "client.protocol.CommandsData"), SentAdvice.class);
    }

    private static void replies(Description redisson) {
        redisson.type(COMMAND_DATA).carries(RedissonFields.NIL);
        redisson.type(REDISSON + "client.handler.CommandDecoder")
                .on(
                        method("handleResult").takes(COMMAND_DATA, "java.util.List", "java.lang.Object", "boolean"),
                        ReplyAdvice.class);
    }

    private static void subscriptions(Description redisson) {
        String decoder = REDISSON + "client.protocol.decoder.MultiDecoder";
        String command = REDISSON + "client.protocol.RedisCommand";
        redisson.type(REDISSON + "client.RedisPubSubConnection")
                .on(method("async").takes(decoder, command, "java.lang.Object[]"), SubscribeAdvice.class)
                .onIfPresent(
                        method("async").takes(FUTURE, decoder, command, "java.lang.Object[]"),
                        SubscribeWithPromiseAdvice.class)
                .on(method("onMessage").takes(PUBSUB + "PubSubMessage"), MessageAdvice.class)
                .on(method("onMessage").takes(PUBSUB + "PubSubPatternMessage"), MessageAdvice.class);
        redisson.type(REDISSON + "client.handler.ConnectionWatchdog")
                .on(method("reattachPubSub").takes(CONNECTION), OwnTrafficAdvice.class);
    }

    private static void nodes(Description redisson) {
        redisson.type(REDISSON + "connection.ClientConnectionsEntry")
                // The connections moved to a class of their own in 3.2x.
                .onFirst(
                        hook(constructor(), PoolAdvice.class).whenField("connectionsHolder"),
                        hook(constructor(), OldPoolAdvice.class).whenField("freeConnectionsCounter"));
        redisson.type(REDISSON + "client.RedisClient").on(method("connectAsync").takes(), ConnectAdvice.class);
    }
}
