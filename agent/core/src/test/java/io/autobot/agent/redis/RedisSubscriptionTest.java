package io.autobot.agent.redis;

import static io.autobot.agent.redis.Conversation.hits;
import static io.autobot.agent.redis.Conversation.list;
import static io.autobot.agent.redis.Conversation.nothing;
import static io.autobot.agent.redis.Conversation.success;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisSubscriptionTest {
    private final Conversation redis = Conversation.open();
    private final RedisConnection connection = redis.connection;

    private void subscribe() {
        connection.sentSubscription(RedisCommands.SUBSCRIBE);
        redis.reply(list("subscribe", "news", 1L), list("subscribe", "sport", 2L));
    }

    @Test
    void messagesAreCountedAndSubscriptionsOncePerCommand() {
        subscribe();
        redis.reply(
                list("message", "news", "a"),
                list("pmessage", "n*", "news", "b"),
                list("smessage", "news", "c"),
                list("psubscribe", "n*", 3L));
        assertThat(redis.received("main")).isEqualTo(3);
        assertThat(redis.main("subscribe")).isEqualTo(success(1));
    }

    @Test
    void aPingAmongMessagesGetsItsOwnReply() {
        subscribe();
        redis.send("ping").reply(list("message", "news", "a"), list("pong", ""));
        assertThat(redis.main("ping")).isEqualTo(success(1));
        assertThat(redis.received("main")).isOne();
    }

    @Test
    void afterTheLastUnsubscriptionRepliesBelongToCommandsAgain() {
        subscribe();
        connection.sentSubscription(RedisCommands.UNSUBSCRIBE);
        redis.reply(list("unsubscribe", "news", 1L), list("unsubscribe", "sport", 0L));
        redis.send("lpop").reply(list("message", "in a list"));
        assertThat(redis.main("lpop")).isEqualTo(hits(1));
        assertThat(redis.received("main")).isZero();
        assertThat(redis.main("unsubscribe")).isEqualTo(success(1));
    }

    @Test
    void aListReplyOnAnUnsubscribedConnectionIsNoMessage() {
        redis.send("lpop").reply(list("message", "news", "a"));
        assertThat(redis.main("lpop")).isEqualTo(hits(1));
        assertThat(redis.received("main")).isZero();
    }

    @Test
    void theClientsOwnSubscriptionsAreNotCounted() {
        RedisThread thread = RedisThread.current();
        thread.enterInternal();
        subscribe();
        redis.reply(list("message", "+switch-master", "a"));
        thread.exitInternal();
        assertThat(redis.main("subscribe")).isEqualTo(nothing());
        assertThat(redis.received("main")).isZero();
    }

    @Test
    void aNewConnectionIsNotSubscribed() {
        subscribe();
        connection.connected(Conversation.SERVER);
        redis.send("lpop").reply(list("message", "news", "a"));
        assertThat(redis.main("lpop")).isEqualTo(hits(1));
    }
}
