package io.autobot.agent.smoke.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisSentinel;
import io.autobot.agent.testkit.redis.RedisServers;
import io.autobot.agent.testkit.scrape.Scrape;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Redisson through a failover under load: each success of the program once, each lost attempt an error. */
class RedissonSentinelTest {
    private static final String OPERATIONS = "autobot_redis_operations_total";

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    static List<Matrix.Row> rows() {
        return Matrix.rows("3.17.0", "4.7.0");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFailoverDoublesNothing(Matrix.Row row) throws IOException {
        RedisSentinel group = REDIS.sentinel(1, 1);
        List<RedisProcess> servers = List.of(group.master(), group.replicas().get(0));
        servers.forEach(RedisProcess::resetStats);
        ProgramJvm agent = ProgramJvm.withAgent(jvms, row.jdk(), "port=0");
        List<File> classPath = Programs.compile(
                List.of("org.redisson:redisson:" + row.version()),
                Files.createDirectory(temp.resolve("classes")),
                "further",
                "redisson/sentinel");

        Ledger ledger = agent.run(
                "program.SentinelProgram",
                classPath,
                Map.of(
                        "master",
                        group.masterName(),
                        "sentinel",
                        group.sentinels().get(0).address()),
                name -> reached(name, group, agent));
        Scrape after = agent.scrape();

        for (String operation : List.of("set", "exists")) {
            assertThat(after.sum(OPERATIONS, "operation", operation, "database", "db1", "status", "success"))
                    .as(operation)
                    .isEqualTo(
                            ledger.of("op").get("0 " + operation + " success").doubleValue());
        }
        assertThat(after.sum(OPERATIONS))
                .as("nothing but what the program did")
                .isEqualTo(after.sum(OPERATIONS, "operation", "set") + after.sum(OPERATIONS, "operation", "exists"));
        // A replica executes only what clients ask it for, and masters send it no such thing.
        long served = servers.stream()
                .mapToLong(server -> server.commandStats().attempts("exists"))
                .sum();
        double succeeded = after.sum(OPERATIONS, "operation", "exists", "status", "success");
        double lost = after.sum(OPERATIONS, "operation", "exists", "status", "error");
        assertThat((double) served).as("as the servers counted it").isBetween(succeeded, succeeded + lost);
        assertThat(after.sum("autobot_agent_errors_total")).isZero();
        assertThat(after.sum("autobot_redis_connections_active")).isZero();
        assertThat(after.find("autobot_redis_pool_size"))
                .as("all clients are closed")
                .isEmpty();
    }

    private static void reached(String checkpoint, RedisSentinel group, ProgramJvm agent) {
        if (checkpoint.equals("failover")) {
            RedisProcess former = group.master();
            group.failover();
            // As the sentinels do when they make it a replica, some seconds later.
            former.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            return;
        }
        assertThat(agent.scrape().value("autobot_redis_pool_connections", "database", "db1", "state", "max"))
                .as("the pool to the new master, and no other")
                .isGreaterThanOrEqualTo(3);
    }
}
