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
 * The agent's counts of Lettuce against those of three others: the program's own ledger, the server's command
 * statistics, and the same program's statistics on a second server without the agent. About 20 s for each JDK.
 */
class LettuceAgreementTest {
    private static final List<String> OLDEST = List.of("5.0.0", "6.0.0", "7.0.0");
    private static final List<String> NEWEST = List.of("5.3.7", "6.8.2", "7.7.0");

    @RegisterExtension
    static final RedisServers REDIS = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    @TempDir
    Path temp;

    /** By default the outermost releases. */
    static List<Matrix.Group> groups() {
        return Matrix.all() ? Matrix.groups(OLDEST, NEWEST) : Matrix.groups(List.of("5.0.0"), List.of("7.7.0"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void agentServerAndApplicationCountTheSame(Matrix.Group group) throws IOException {
        AgreementRun run = new AgreementRun("program.LettuceProgram", Set.of(), group, REDIS, jvms, temp);
        for (String version : group.versions()) {
            Path classes = Files.createDirectory(temp.resolve(version));
            String differing = version.startsWith("5.0.") ? "lettuce/v50" : "lettuce/v51";
            run.agree(version, LettucePrograms.compile(version, classes, "lettuce/plain", differing));
        }
        run.end("lettuce", LettucePrograms.release(group.versions().get(0)));
    }
}
