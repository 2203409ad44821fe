package io.autobot.agent.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedisLifeTimeTest {
    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    private static final RedisProcess EARLY = REDIS.standalone();
    private static RedisProcess ofClass;
    private static RedisProcess ofFirstTest;

    @BeforeAll
    static void start(RedisProcess server) {
        ofClass = server;
    }

    @AfterAll
    static void stillThere() {
        assertThat(EARLY.isAlive()).isTrue();
    }

    @Test
    @Order(1)
    void aTestGetsTheServerOfItsClass(RedisProcess server) {
        assertThat(server).isSameAs(ofClass);
        ofFirstTest = REDIS.standalone();
        assertThat(ofFirstTest.isAlive()).isTrue();
    }

    @Test
    @Order(2)
    void theServerOfATestEndsWithIt() {
        assertThat(ofFirstTest.isAlive()).isFalse();
        assertThat(ofClass.call("PING")).isEqualTo("PONG");
        assertThat(EARLY.call("PING")).isEqualTo("PONG");
    }
}
