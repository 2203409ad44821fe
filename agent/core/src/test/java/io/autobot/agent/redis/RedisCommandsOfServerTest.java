package io.autobot.agent.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vocabulary against what the installed server says of itself. */
class RedisCommandsOfServerTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    Path directory;

    private Process server;
    private int port;

    @BeforeEach
    void startServer() throws IOException {
        assume(installed("redis-server"), "no redis-server on the PATH");
        try (ServerSocket free = new ServerSocket(0, 1, LOOPBACK)) {
            port = free.getLocalPort();
        }
        server = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        LOOPBACK.getHostAddress(),
                        "--save",
                        "",
                        "--dir",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        await().ignoreExceptions().until(() -> ask("PING").equals(List.of("+PONG")));
    }

    @AfterEach
    void stopServer() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void everyCommandOfTheServerIsListed() throws IOException {
        List<String> info = ask("INFO server");
        assume(info.stream().noneMatch(line -> line.startsWith("server_name:valkey")), "the server is Valkey");
        List<String> reported = ask("COMMAND LIST");
        assume(!reported.get(0).startsWith("-"), "the server is older than 7 and has no COMMAND LIST");

        List<String> unknown = new ArrayList<>();
        for (String command : reported) {
            String[] parts = command.split("\\|");
            int id = RedisCommands.id(parts[0]);
            if (parts.length == 2) {
                assertThat(RedisCommands.isContainer(id)).as(parts[0]).isTrue();
                id = RedisCommands.idOfSub(id, parts[1].getBytes(StandardCharsets.US_ASCII));
            }
            if (!RedisCommands.name(id).equals(command.replace('|', '_'))) {
                unknown.add(command);
            }
        }

        assertThat(reported).hasSizeGreaterThan(200);
        assertThat(unknown).isEmpty();
    }

    @Test
    void theServerCountsASubCommandUnderTheSameName() throws IOException {
        ask("CONFIG GET maxmemory");

        List<String> stats = ask("INFO commandstats");
        assume(stats.stream().noneMatch(line -> line.startsWith("cmdstat_config:")), "the server is older than 7");

        int configGet = RedisCommands.idOfSub(RedisCommands.id("config"), "get".getBytes(StandardCharsets.US_ASCII));
        assertThat(stats)
                .filteredOn(line -> line.startsWith("cmdstat_config"))
                .singleElement()
                .satisfies(line -> assertThat(line.substring("cmdstat_".length(), line.indexOf(':'))
                                .replace('|', '_'))
                        .isEqualTo(RedisCommands.name(configGet)));
    }

    /** Sends an inline command; an array is given as its strings, a bulk string as its lines. */
    private List<String> ask(String command) throws IOException {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String head = in.readLine();
            List<String> lines = new ArrayList<>();
            if (head.startsWith("*")) {
                for (int left = Integer.parseInt(head.substring(1)); left > 0; left--) {
                    String item = in.readLine();
                    lines.add(item.startsWith("$") ? in.readLine() : item.substring(1));
                }
            } else if (head.startsWith("$")) {
                for (int left = Integer.parseInt(head.substring(1)); left > 0; ) {
                    String line = in.readLine();
                    left -= line.length() + 2;
                    lines.add(line);
                }
            } else {
                lines.add(head);
            }
            return lines;
        }
    }

    private static boolean installed(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (new File(folder, program).canExecute()) {
                return true;
            }
        }
        return false;
    }

    private static void assume(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println("SKIPPED: the Redis vocabulary was not compared with a server: " + otherwise);
        }
        assumeTrue(holds, otherwise);
    }
}
