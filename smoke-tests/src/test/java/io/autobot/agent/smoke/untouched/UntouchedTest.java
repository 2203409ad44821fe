package io.autobot.agent.smoke.untouched;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.smoke.loaders.Programs;
import io.autobot.agent.testkit.Matrix;
import io.autobot.agent.testkit.jvm.ForkedJvm;
import io.autobot.agent.testkit.jvm.ForkedJvmBuilder;
import io.autobot.agent.testkit.jvm.ForkedJvms;
import io.autobot.agent.testkit.library.Libraries;
import io.autobot.agent.testkit.redis.RedisProcess;
import io.autobot.agent.testkit.redis.RedisServers;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program gets the same results and exceptions, and sends and receives the same bytes, with the agent and without. */
class UntouchedTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Pattern COMMAND = Pattern.compile("\\*\\d+\r\n\\$\\d+\r\n([A-Za-z]+)\r\n");

    /** What a connection says before its first command, and what the agent asks on a connection of its own. */
    private static final Set<String> OURS = Set.of("HELLO", "CLIENT", "AUTH", "SELECT", "INFO", "QUIT");

    /** The server numbers its clients. */
    private static final Pattern CLIENT_ID = Pattern.compile("(\\$2\r\nid\r\n):\\d+");

    @RegisterExtension
    static final RedisServers redis = new RedisServers();

    @RegisterExtension
    final ForkedJvms jvms = new ForkedJvms();

    static Stream<Matrix.Row> rows() {
        return Matrix.rows("3.10.0", "4.4.8", "5.2.0", "6.2.0", "7.5.3", "8.0.2").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void resultsExceptionsAndBytesAreTheSame(Matrix.Row row) throws Exception {
        RedisProcess server = redis.standalone();
        List<File> classPath = new ArrayList<>(Libraries.resolve("redis.clients:jedis:" + row.version()));
        classPath.add(Programs.compile(classPath, "untouched/Untouched.java", "untouched/Seen.java"));
        try (RecordingProxy proxy = new RecordingProxy(server.port())) {
            String[] arguments = {Integer.toString(proxy.port()), Integer.toString(freePort())};

            ForkedJvmBuilder plain =
                    ForkedJvm.on(row.jdk()).classPath(classPath).main("Untouched", arguments);
            List<String> printed = run(plain, jvm -> {});
            List<RecordingProxy.Recording> connections = proxy.take();
            server.call("FLUSHALL");
            ForkedJvmBuilder watched = ForkedJvm.on(row.jdk())
                    .agent("host=127.0.0.1,port=0,redis.server-stats.interval=1s")
                    .classPath(classPath)
                    .main("Untouched", arguments);
            List<String> printedWithAgent = run(watched, jvm -> awaitInfo(proxy));
            List<RecordingProxy.Recording> connectionsWithAgent = proxy.take();

            assertThat(printed).hasSizeGreaterThan(300);
            assertSame(printedWithAgent, printed);
            List<RecordingProxy.Recording> own =
                    connectionsWithAgent.stream().filter(UntouchedTest::isOurs).toList();
            assertThat(own).anyMatch(recording -> commands(recording).contains("INFO"));
            assertThat(connections).noneMatch(UntouchedTest::isOurs);
            assertSame(texts(connectionsWithAgent, own), texts(connections, List.of()));
        }
    }

    private List<String> run(ForkedJvmBuilder program, Consumer<ForkedJvm> beforeItsEnd) {
        ForkedJvm jvm = jvms.start(program);
        jvm.awaitStdout("done"::equals, SOON);
        beforeItsEnd.accept(jvm);
        jvm.closeStdin();
        assertThat(jvm.exitCode(SOON)).isZero();
        return jvm.stdout();
    }

    private static void assertSame(List<String> withAgent, List<String> without) {
        for (int i = 0; i < Math.min(without.size(), withAgent.size()); i++) {
            assertThat(withAgent.get(i))
                    .as("number %s, after %s", i, without.subList(Math.max(0, i - 5), i))
                    .isEqualTo(without.get(i));
        }
        assertThat(withAgent).hasSameSizeAs(without);
    }

    private static void awaitInfo(RecordingProxy proxy) {
        Awaitility.await().atMost(SOON).until(() -> proxy.hasSeen("\r\nINFO\r\n"));
    }

    private static boolean isOurs(RecordingProxy.Recording recording) {
        return OURS.containsAll(commands(recording));
    }

    private static List<String> commands(RecordingProxy.Recording recording) {
        List<String> commands = new ArrayList<>();
        Matcher command = COMMAND.matcher(recording.sent());
        while (command.find()) {
            commands.add(command.group(1));
        }
        return commands;
    }

    private static List<String> texts(List<RecordingProxy.Recording> all, List<RecordingProxy.Recording> without) {
        List<String> texts = new ArrayList<>();
        for (RecordingProxy.Recording recording : all) {
            if (!without.contains(recording)) {
                texts.add("sent " + recording.sent() + " received "
                        + CLIENT_ID.matcher(recording.received()).replaceAll("$1:0"));
            }
        }
        return texts;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
