package io.autobot.agent.instrumentation.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import io.autobot.agent.testkit.redis.CommandStats;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Timeouts, attempts, a pool without a connection, and a server that goes and comes back. */
@ExtendWith(RedisServers.class)
class RedissonTroublesTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new RedissonInstrumentation());

    private CommandStats ofOneClient;
    private CommandStats beforeTheEnd;
    private Scrape recovered;

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.redisson.RedissonReleases#newest")
    void whatFailsIsCountedOnce(String release, RedisProcess server) {
        RedissonSession.connect(release, server);
        ofOneClient = server.commandStats();
        server.resetStats();
        Map<String, Long> ledger = run(release, server);

        Scrape scrape = agent.scrape();
        assertThat(scrape.sum(OPERATIONS, "operation", "strlen", "status", "error"))
                .isEqualTo(1);
        assertThat(scrape.value("autobot_timeout_total", "operation_type", "redis_strlen", "status", "timeout"))
                .isEqualTo(1);

        assertThat(ledger).containsEntry("pfcount answered", 1L);
        assertThat(scrape.sum(OPERATIONS, "operation", "pfcount", "status", "success"))
                .isEqualTo(1);
        assertThat(scrape.sum(OPERATIONS, "operation", "pfcount"))
                .as("attempts")
                .isEqualTo(beforeTheEnd.attempts("pfcount"))
                .isGreaterThan(1);

        assertThat(ledger).containsEntry("type failed", 1L);
        assertThat(scrape.sum(OPERATIONS, "operation", "type", "status", "error"))
                .isEqualTo(1);
        // Some releases hand a connection out again while a blocking command waits on it.
        boolean sent = beforeTheEnd.attempts("type") > 0;
        assertThat(scrape.sum("autobot_timeout_total", "status", "pool_timeout"))
                .isEqualTo(sent ? 0 : 1);
        assertThat(scrape.sum("autobot_timeout_total", "operation_type", "redis_type"))
                .isEqualTo(sent ? 1 : 0);
        assertThat(scrape.sum(OPERATIONS, "operation", "blpop", "status", "success"))
                .isEqualTo(1);

        assertThat(scrape.sum(OPERATIONS, "operation", "eval") + scrape.sum(OPERATIONS, "operation", "evalsha"))
                .as("scripts of the lock")
                .isEqualTo(scripts(beforeTheEnd) - RedissonTroubles.CLIENTS * scripts(ofOneClient))
                .isGreaterThanOrEqualTo(2);

        assertThat(scrape.sum(OPERATIONS, "operation", "exists", "status", "success"))
                .as("nothing lost or doubled")
                .isEqualTo(ledger.get("exists answered").doubleValue());
        assertThat(scrape.sum(OPERATIONS, "operation", "exists", "status", "error"))
                .isEqualTo(ledger.get("exists failed").doubleValue())
                .isPositive();

        assertThat(recovered.value("autobot_redis_pool_connections", "state", "max"))
                .isEqualTo(2);
        assertThat(recovered.value("autobot_redis_pool_connections", "state", "active"))
                .isZero();
        assertThat(recovered.value("autobot_redis_pool_connections", "state", "idle"))
                .isPositive();
    }

    private static long scripts(CommandStats stats) {
        return stats.attempts("eval") + stats.attempts("evalsha");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Long> run(String release, RedisProcess server) {
        try (LibraryLoader redisson =
                LibraryLoader.of(RedissonReleases.files(release), name -> false, RedissonTroubles.class)) {
            List<String> lines =
                    redisson.within(() -> ((BiFunction<Map<String, String>, Consumer<String>, List<String>>)
                                    redisson.loadClass(RedissonTroubles.class.getName())
                                            .getConstructor()
                                            .newInstance())
                            .apply(
                                    Map.of("host", server.host(), "port", Integer.toString(server.port())),
                                    name -> at(name, server)));
            Map<String, Long> ledger = new HashMap<>();
            for (String line : lines) {
                int end = line.lastIndexOf(' ');
                ledger.put(line.substring(0, end), Long.valueOf(line.substring(end + 1)));
            }
            return ledger;
        }
    }

    private void at(String checkpoint, RedisProcess server) {
        if (checkpoint.equals("stop")) {
            beforeTheEnd = server.commandStats();
            server.kill();
        } else if (checkpoint.equals("start")) {
            server.restart();
        } else {
            recovered = agent.scrape();
        }
    }
}
