package io.autobot.agent.smoke.redis;

import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.redis.RedisServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent's counts of Jedis against those of three others: the program's own ledger, the server's command statistics,
 * and the same program's statistics on a second server without the agent. About 20 s for each JDK.
 */
class RedisAgreementTest {
    private static final List<String> OLDEST = List.of("3.0.0", "4.0.0", "5.0.0", "6.0.0", "7.0.0", "8.0.0");
    private static final List<String> NEWEST = List.of("3.10.0", "4.4.8", "5.2.0", "6.2.0", "7.5.3", "8.0.2");

    /**
     * Sent by a thread other than the one that reads: both flush Jedis' buffer, without a lock, and the server now and
     * then gets the command twice, with the agent and without.
     */
    private static final Set<String> SENT_TWICE_AT_TIMES = Set.of("unsubscribe", "punsubscribe");

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    /** By default the outermost releases. */
    static List<Matrix.Group> groups() {
        return Matrix.all() ? Matrix.groups(OLDEST, NEWEST) : Matrix.groups(List.of("3.0.0"), List.of("8.0.2"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void agentServerAndApplicationCountTheSame(Matrix.Group group) throws IOException {
        AgreementRun run = new AgreementRun("program.Program", SENT_TWICE_AT_TIMES, group, REDIS, jvms, temp);
        for (String version : group.versions()) {
            Path classes = Files.createDirectory(temp.resolve(version));
            run.agree(version, Programs.compile(version, classes, Programs.versionFolders(version)));
        }
        run.end("jedis", group.versions().get(0));
    }
}
