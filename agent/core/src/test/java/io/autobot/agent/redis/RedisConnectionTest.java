package io.autobot.agent.redis;

import static io.autobot.agent.redis.Conversation.errors;
import static io.autobot.agent.redis.Conversation.hits;
import static io.autobot.agent.redis.Conversation.list;
import static io.autobot.agent.redis.Conversation.misses;
import static io.autobot.agent.redis.Conversation.nothing;
import static io.autobot.agent.redis.Conversation.success;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisConnectionTest {
    private final Conversation redis = Conversation.open();
    private final RedisConnection connection = redis.connection;

    @Test
    void repliesBelongToCommandsInTheOrderSent() {
        redis.send("get", "set", "hget").reply("value", "OK").replyNil();
        assertThat(redis.main("get")).isEqualTo(hits(1));
        assertThat(redis.main("set")).isEqualTo(success(1));
        assertThat(redis.main("hget")).isEqualTo(misses(1));
    }

    @Test
    void aLookUpMissesOnNilAndOnAnEmptyList() {
        redis.send("lpop", "lpop", "lpop", "spop").reply(list(), list("a"), "a").replyNil();
        assertThat(redis.main("lpop")).isEqualTo(new RedisOperation.Reading(0, 2, 1, 0, 0));
        assertThat(redis.main("spop")).isEqualTo(misses(1));
    }

    @Test
    void aNilToACommandThatLooksNothingUpIsASuccess() {
        redis.send("blpop", "set").replyNil().replyNil();
        assertThat(redis.main("blpop")).isEqualTo(success(1));
        assertThat(redis.main("set")).isEqualTo(success(1));
    }

    @Test
    void anErrorReplyIsAnErrorOfItsCommandAlone() {
        redis.send("get", "get");
        connection.repliedError();
        redis.reply("value");
        assertThat(redis.main("get")).isEqualTo(new RedisOperation.Reading(0, 1, 0, 1, 0));
    }

    @Test
    void aReplyThatNobodyAskedForIsIgnored() {
        redis.reply("stray", list("stray"));
        connection.repliedError();
        connection.repliedRedirection();
        redis.send("get").reply("value");
        assertThat(redis.main("get")).isEqualTo(hits(1));
    }

    @Test
    void selectMovesLaterCommandsOnceTheServerAgrees() {
        redis.send("get").select(3).send("get").reply("value", "OK").replyNil();
        assertThat(redis.main("get")).isEqualTo(hits(1));
        assertThat(redis.main("select")).isEqualTo(success(1));
        assertThat(redis.read("db3", "get")).isEqualTo(misses(1));
        assertThat(connection.database()).isEqualTo("db3");

        redis.select(99);
        connection.repliedError();
        assertThat(connection.database()).isEqualTo("db3");
        redis.send("reset").reply("RESET");
        assertThat(connection.database()).isEqualTo("main");
    }

    @Test
    void aReconnectBeginsInDatabaseZero() {
        redis.select(3).reply("OK");
        redis.send("get");
        connection.disconnected();
        assertThat(connection.open()).isFalse();
        assertThat(redis.read("db3", "get")).isEqualTo(errors(1));
        connection.connected(Conversation.SERVER);
        assertThat(connection.open()).isTrue();
        assertThat(connection.database()).isEqualTo("main");
    }

    @Test
    void theDatabaseOfAConnectionThatWasOpenBeforeIsUnknownUntilSelect() {
        RedisConnection seenLate = RedisConnection.alreadyOpen(redis.domain);
        seenLate.sent(RedisCommands.id("get"), System.nanoTime());
        seenLate.replied(null);
        assertThat(redis.read("unknown", "get")).isEqualTo(misses(1));
        seenLate.sentSelect(2, System.nanoTime());
        seenLate.replied("OK".getBytes());
        assertThat(seenLate.database()).isEqualTo("db2");
    }

    @Test
    void aTimeoutIsThatOfTheOldestCommandAndTheOthersAreErrors() {
        redis.send("get", "get", "set");
        connection.replyFailed(true);
        assertThat(redis.main("get")).isEqualTo(new RedisOperation.Reading(0, 0, 0, 2, 1));
        assertThat(redis.main("set")).isEqualTo(errors(1));
    }

    @Test
    void aBrokenConnectionMakesErrorsOfAllThatIsPending() {
        redis.send("get", "set");
        connection.replyFailed(false);
        connection.replyFailed(false);
        assertThat(redis.main("get")).isEqualTo(errors(1));
        assertThat(redis.main("set")).isEqualTo(errors(1));
    }

    @Test
    void anAbandonedPipelineIsErrorsAndTheConversationStartsAnew() {
        redis.send("get", "get");
        connection.abandon();
        redis.send("set").reply("OK");
        assertThat(redis.main("get")).isEqualTo(errors(2));
        assertThat(redis.main("set")).isEqualTo(success(1));
    }

    @Test
    void whatCouldNotBeSentIsAnError() {
        connection.sendFailed(RedisCommands.id("get"), System.nanoTime());
        assertThat(redis.main("get")).isEqualTo(errors(1));
    }

    @Test
    void theClientsOwnTrafficIsPairedButNotCounted() {
        RedisThread thread = RedisThread.current();
        thread.enterInternal();
        redis.send("ping");
        thread.exitInternal();
        redis.send("get").reply("PONG", "value");
        thread.enterInternal();
        redis.send("auth");
        connection.repliedError();
        redis.send("info");
        connection.replyFailed(true);
        connection.sendFailed(RedisCommands.id("ping"), System.nanoTime());
        thread.exitInternal();
        assertThat(redis.main("ping")).isEqualTo(nothing());
        assertThat(redis.main("auth")).isEqualTo(nothing());
        assertThat(redis.main("info")).isEqualTo(nothing());
        assertThat(redis.main("get")).isEqualTo(hits(1));
    }

    @Test
    void anInternalSelectMovesTheConnectionWithoutBeingCounted() {
        RedisThread thread = RedisThread.current();
        thread.enterInternal();
        redis.select(4).reply("OK");
        thread.exitInternal();
        assertThat(connection.database()).isEqualTo("db4");
        assertThat(redis.main("select")).isEqualTo(nothing());
    }

    @Test
    void aRedirectionThatTheClientFollowsIsOneOperationFromTheFirstAttemptOn() {
        RedisThread thread = RedisThread.current();
        Conversation other = Conversation.open();
        long start = System.nanoTime() - 5_000_000_000L;
        thread.enterCall();
        connection.sent(RedisCommands.id("get"), start);
        connection.repliedRedirection();
        assertThat(thread.startOr(1)).isEqualTo(start);
        other.send("asking", "get").reply("OK", "value");
        assertThat(thread.exitCall(false)).isFalse();
        assertThat(redis.main("get")).isEqualTo(nothing());
        assertThat(other.main("get")).isEqualTo(hits(1));
        assertThat(other.main("asking")).isEqualTo(nothing());
        assertThat(thread.startOr(1)).isEqualTo(1);
    }

    @Test
    void attemptsThatRunOutWhileRedirectedAreOneError() {
        RedisThread thread = RedisThread.current();
        thread.enterCall();
        for (int attempt = 0; attempt < 5; attempt++) {
            redis.send("get");
            connection.repliedRedirection();
        }
        assertThat(thread.exitCall(true)).as("left unrecorded").isFalse();
        assertThat(redis.main("get")).isEqualTo(errors(1));
    }

    @Test
    void onlyTheRedirectionsThatTheClientFollowsByItselfAreNoRecord() {
        int get = RedisCommands.id("get");
        for (boolean moved : new boolean[] {true, false}) {
            connection.sentFollowing(get, System.nanoTime(), moved, !moved);
            connection.repliedElsewhere(moved);
        }
        assertThat(redis.main("get")).isEqualTo(nothing());

        connection.sentFollowing(get, System.nanoTime(), false, true);
        connection.repliedElsewhere(true);
        redis.send("get");
        connection.repliedElsewhere(false);
        assertThat(redis.main("get")).isEqualTo(errors(2));

        connection.sentFollowing(get, System.nanoTime(), true, true);
        redis.reply("value");
        assertThat(redis.main("get").hit()).isEqualTo(1);
    }

    @Test
    void aSubscriptionThatCouldNotBeHandedOverIsAnError() {
        connection.subscriptionFailed(RedisCommands.id("subscribe"));
        assertThat(redis.main("subscribe")).isEqualTo(errors(1));
    }

    @Test
    void aRedirectionThatReachesTheApplicationIsAnError() {
        redis.send("get");
        connection.repliedRedirection();
        assertThat(redis.main("get")).isEqualTo(errors(1));
    }

    @Test
    void askingByTheApplicationIsACommandLikeAnyOther() {
        redis.send("asking").reply("OK");
        assertThat(redis.main("asking")).isEqualTo(success(1));
    }

    private RedisOperation.Reading clientReply() {
        return redis.domain
                .metrics()
                .database("main")
                .operation(RedisCommands.CLIENT_REPLY)
                .read();
    }

    @Test
    void withoutRepliesCommandsAreCountedAndPairWithNothing() {
        connection.sentClientReply("off", System.nanoTime());
        redis.send("set", "set");
        connection.sentClientReply("ON", System.nanoTime());
        redis.send("get").reply("OK", "value");
        assertThat(clientReply()).isEqualTo(success(2));
        assertThat(redis.main("set")).isEqualTo(success(2));
        assertThat(redis.main("get")).isEqualTo(hits(1));
    }

    @Test
    void oneReplyIsSkipped() {
        connection.sentClientReply("SKIP", System.nanoTime());
        redis.send("set", "get").reply("value");
        assertThat(clientReply()).isEqualTo(success(1));
        assertThat(redis.main("set")).isEqualTo(success(1));
        assertThat(redis.main("get")).isEqualTo(hits(1));
    }

    @Test
    void aTimeoutOutsideAPoolIsThatOfTheConnectionsDatabase() {
        connection.connectFailed(true);
        connection.connectFailed(false);
        assertThat(redis.domain.metrics().database("main").connectTimeouts()).isOne();
    }
}
