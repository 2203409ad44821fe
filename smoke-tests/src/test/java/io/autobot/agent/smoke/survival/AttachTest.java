package io.autobot.agent.smoke.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.jvm.AgentJar;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.jvm.Jdk;
import io.autobot.agent.testkit.jvm.Jdks;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent comes to a service that has been at work for a while. */
class AttachTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    static final RedisServers servers = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void countsAreRightFromTheAttachmentOn(int feature) {
        Jdk jdk = Jdks.of(feature);
        RedisProcess redis = servers.standalone();
        Talk talk = new Talk(jvms.start(TestServices.on(jdk)));
        talk.tell("redis " + redis.port(), "get 7", "pool", "borrow", "borrowed-get");

        assertThat(attach(jdk, talk).exitCode(Talk.PATIENCE)).isZero();
        talk.tell("borrowed-get", "borrowed-get");
        Scrape open = talk.scrape();
        assertThat(open.value(OPERATIONS, "database", "unknown", "operation", "get", "status", "miss"))
                .isEqualTo(2);
        assertThat(open.sum(OPERATIONS)).isEqualTo(2);
        assertThat(open.find("autobot_redis_pool_size"))
                .as("the pool, before its next borrow")
                .isEmpty();

        talk.tell("borrowed-select 2", "borrowed-get", "return", "borrow", "get 5");
        Scrape later = talk.scrape();
        assertThat(later.value(OPERATIONS, "database", "db2", "operation", "get", "status", "miss"))
                .isEqualTo(1);
        assertThat(later.value(OPERATIONS, "database", "main", "operation", "get", "status", "miss"))
                .isEqualTo(5);
        assertThat(later.sum("autobot_redis_pool_size")).isEqualTo(1);
        assertThat(later.sum("autobot_redis_pool_connections", "state", "active"))
                .isEqualTo(1);
        assertThat(later.sum("autobot_agent_errors_total")).isZero();

        ForkedJvm again = attach(jdk, talk);
        assertThat(again.exitCode(Talk.PATIENCE)).isNotZero();
        assertThat(again.stderr()).hasSize(1).first().asString().contains("already");
        talk.end();
        assertThat(talk.agentLines()).hasSize(1);
        // The JVM itself warns of an agent that comes later, from Java 21 on.
        assertThat(Talk.otherLines(talk.jvm())).allMatch(line -> line.startsWith("WARNING: "));
    }

    private ForkedJvm attach(Jdk jdk, Talk talk) {
        return jvms.start(ForkedJvm.on(jdk)
                .jar(AgentJar.find(), "attach", Long.toString(talk.jvm().pid()), "port=0"));
    }
}
