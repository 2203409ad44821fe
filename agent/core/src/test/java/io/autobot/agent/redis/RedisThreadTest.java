package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RedisThreadTest {
    private final RedisThread thread = RedisThread.current();
    private final Conversation redis = new Conversation();

    @Test
    void internalTrafficNests() {
        thread.enterInternal();
        thread.enterInternal();
        thread.exitInternal();
        assertThat(thread.internal()).isTrue();
        thread.exitInternal();
        assertThat(thread.internal()).isFalse();
    }

    @Test
    void theStateIsThatOfOneThread() {
        thread.enterInternal();
        try {
            assertThat(CompletableFuture.supplyAsync(() -> RedisThread.current().internal())
                            .join())
                    .isFalse();
            assertThat(RedisThread.current()).isSameAs(thread);
        } finally {
            thread.exitInternal();
        }
    }

    @Test
    void samplingIsInternal() {
        thread.sampling(true);
        assertThat(thread.internal() && thread.sampling()).isTrue();
        thread.sampling(false);
        assertThat(thread.internal() || thread.sampling()).isFalse();
    }

    @Test
    void onlyTheOutermostCallThatFailedWithoutARecordIsReported() {
        thread.enterCall();
        thread.enterCall();
        assertThat(thread.exitCall(true)).isFalse();
        assertThat(thread.exitCall(true)).isTrue();

        thread.enterCall();
        assertThat(thread.exitCall(false)).isFalse();

        thread.enterCall();
        thread.recorded();
        assertThat(thread.exitCall(true)).isFalse();
        thread.enterCall();
        assertThat(thread.exitCall(true))
                .as("nothing is left of the call before")
                .isTrue();
    }

    @Test
    void aCallForgetsThePoolOfTheOneBefore() {
        RedisPoolOrigin pool = new RedisPoolOrigin(redis.domain);
        thread.enterCall();
        thread.borrowingFrom(pool);
        assertThat(thread.borrowedFrom()).isSameAs(pool);
        thread.exitCall(false);
        thread.enterCall();
        assertThat(thread.borrowedFrom()).isNull();
        thread.exitCall(false);
    }

    @Test
    void aConnectionMadeForAPoolTellsWhereThePoolLeads() {
        RedisPoolOrigin pool = new RedisPoolOrigin(redis.domain);
        assertThat(pool.alias()).isEqualTo("unknown");
        thread.enterInternal();
        thread.making(pool);
        redis.connection.connected(Conversation.SERVER);
        redis.select(6).reply("OK");
        thread.making(null);
        thread.exitInternal();
        assertThat(redis.connection.pooled()).isTrue();
        assertThat(pool.server()).isEqualTo(Conversation.SERVER);
        assertThat(pool.alias()).isEqualTo("db6");
    }

    @Test
    void aConnectTimeoutWithinAPoolIsThatOfThePoolsDatabase() {
        RedisPoolOrigin pool = new RedisPoolOrigin(redis.domain);
        pool.selects(6);
        thread.making(pool);
        redis.connection.connectFailed(true);
        thread.making(null);
        assertThat(redis.domain.metrics().database("db6").connectTimeouts()).isOne();
    }
}
