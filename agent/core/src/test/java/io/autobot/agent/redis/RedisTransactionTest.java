package io.autobot.agent.redis;

import static io.autobot.agent.redis.Conversation.errors;
import static io.autobot.agent.redis.Conversation.hits;
import static io.autobot.agent.redis.Conversation.list;
import static io.autobot.agent.redis.Conversation.success;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisTransactionTest {
    private static final String QUEUED = "QUEUED";

    private final Conversation redis = Conversation.open();
    private final RedisConnection connection = redis.connection;

    private void queueSelectPublishGet() {
        redis.send("multi").select(5).send("publish", "get").reply("OK", QUEUED, QUEUED, QUEUED);
    }

    @Test
    void aQueuedLookUpIsASuccess() {
        queueSelectPublishGet();
        assertThat(redis.main("get")).isEqualTo(success(1));
        assertThat(redis.main("multi")).isEqualTo(success(1));
    }

    @Test
    void execMakesSelectAndPublishTrue() {
        queueSelectPublishGet();
        assertThat(connection.database()).isEqualTo("main");
        assertThat(redis.published("main")).isZero();
        redis.send("exec").reply(list("OK", 0L, "value"));
        assertThat(redis.main("exec")).isEqualTo(success(1));
        assertThat(redis.published("main") + redis.published("db5")).isOne();
        assertThat(connection.database()).isEqualTo("db5");
        redis.send("get").reply("value");
        assertThat(redis.read("db5", "get")).isEqualTo(hits(1));
    }

    @Test
    void discardUndoesThem() {
        queueSelectPublishGet();
        redis.send("discard").reply("OK");
        assertThat(redis.published("main")).isZero();
        redis.send("get").reply("value");
        assertThat(redis.main("get")).isEqualTo(new RedisOperation.Reading(1, 1, 0, 0, 0));
    }

    @Test
    void aWatchedKeyThatChangedUndoesThem() {
        redis.send("watch").reply("OK");
        queueSelectPublishGet();
        redis.send("exec").replyNil();
        assertThat(redis.main("exec")).isEqualTo(success(1));
        assertThat(redis.published("main")).isZero();
        assertThat(connection.database()).isEqualTo("main");
        redis.send("get").reply("value");
        assertThat(redis.main("get")).isEqualTo(new RedisOperation.Reading(1, 1, 0, 0, 0));
    }

    @Test
    void anAbortedExecIsAnErrorAndUndoesThem() {
        queueSelectPublishGet();
        redis.send("exec");
        connection.repliedError();
        assertThat(redis.main("exec")).isEqualTo(errors(1));
        assertThat(redis.published("main")).isZero();
        assertThat(connection.database()).isEqualTo("main");
        redis.send("get").reply("value");
        assertThat(redis.main("get")).isEqualTo(new RedisOperation.Reading(1, 1, 0, 0, 0));
    }

    @Test
    void aSelectThatFailedWithinExecChangesNothing() {
        queueSelectPublishGet();
        redis.send("exec").reply(list(new IllegalStateException("DB index is out of range"), 0L, "value"));
        assertThat(connection.database()).isEqualTo("main");
        assertThat(redis.published("main")).isOne();
    }

    @Test
    void aCommandThatIsRefusedIsNotQueued() {
        redis.send("multi", "set");
        redis.reply("OK");
        connection.repliedError();
        redis.select(5).send("exec").reply(QUEUED, list("OK"));
        assertThat(redis.main("set")).isEqualTo(errors(1));
        assertThat(connection.database()).isEqualTo("db5");
    }

    @Test
    void theWholeConversationMayBeSentBeforeAnyReply() {
        redis.send("multi").select(5).send("get", "exec", "get").reply("OK", QUEUED, QUEUED, list("OK", "v"), "v");
        assertThat(redis.main("get")).isEqualTo(success(1));
        assertThat(redis.read("db5", "get")).isEqualTo(hits(1));
    }

    @Test
    void aNewConnectionIsInNoTransaction() {
        queueSelectPublishGet();
        connection.disconnected();
        connection.connected(Conversation.SERVER);
        redis.send("get").reply("value");
        assertThat(redis.main("get")).isEqualTo(new RedisOperation.Reading(1, 1, 0, 0, 0));
    }

    @Test
    void publishOutsideATransactionCountsOnReply() {
        redis.send("publish", "spublish", "publish").reply(1L, 0L);
        assertThat(redis.published("main")).isEqualTo(2);
        connection.repliedError();
        assertThat(redis.published("main")).isEqualTo(2);
    }
}
