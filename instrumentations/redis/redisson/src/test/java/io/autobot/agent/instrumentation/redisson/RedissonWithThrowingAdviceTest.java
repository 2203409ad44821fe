package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Redisson does what it does when every advice throws: results, exceptions, connections. */
@ExtendWith(RedisServers.class)
class RedissonWithThrowingAdviceTest {
    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new RedissonInstrumentation()).withThrowingAdvice();

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.redisson.RedissonReleases#newest")
    void theApplicationDoesNotNotice(String release, RedisProcess server) {
        RedissonSession.run(release, server);
        assertThat(server.commandStats().calls("set")).isEqualTo(1);
        assertThat(server.commandStats().calls("incr")).isEqualTo(5);
        assertThat(agent.swallowed()).isNotEmpty().allMatch(thrown -> thrown.getMessage() == null);
        assertThat(agent.scrape().names()).noneMatch(name -> name.startsWith("autobot_redis_operations"));
    }
}
