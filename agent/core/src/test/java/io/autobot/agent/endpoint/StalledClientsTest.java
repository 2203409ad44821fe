package io.autobot.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StalledClientsTest {
    private static final String HALF = "GET /metrics HTTP/1.1\r\nHost: a\r\nX-Half: ";
    private static final String WHOLE = "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    private final RunningEndpoint running = new RunningEndpoint();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        running.close();
    }

    @Test
    void halfOpenConnectionsStarveNobody() throws Exception {
        running.counter("one_total", 100);
        for (int i = 0; i < 50; i++) {
            sockets.add(running.sent(HALF));
        }
        ExecutorService clients = Executors.newFixedThreadPool(200);
        List<Future<String>> scrapes = clients.invokeAll(Collections.nCopies(200, (Callable<String>) this::scrape));
        clients.shutdown();

        for (Future<String> scrape : scrapes) {
            assertThat(scrape.get()).isIn("answered", "refused");
        }
        await().untilAsserted(() -> assertThat(scrape()).isEqualTo("answered"));
        for (Socket half : sockets) {
            assertThat(readsToEnd(half)).isTrue();
        }
        assertThat(running.lines()).isEmpty();
    }

    /** A scrape that neither answers nor is refused fails with a socket time-out. */
    private String scrape() throws IOException {
        try (Socket socket = running.sent(WHOLE)) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.startsWith("HTTP/1.1 200") && answer.contains("v99") ? "answered" : refused(answer);
        } catch (SocketException reset) {
            return "refused";
        }
    }

    private static String refused(String answer) {
        return answer.isEmpty() ? "refused" : answer;
    }

    private static boolean readsToEnd(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void clientThatNeverReadsFreesItsWorker() throws Exception {
        running.counter("many_total", 100_000);
        for (int i = 0; i < 4; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(1_024);
            socket.connect(new InetSocketAddress(RunningEndpoint.HOST, running.port()));
            socket.getOutputStream().write(WHOLE.getBytes(StandardCharsets.ISO_8859_1));
            sockets.add(socket);
        }
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            HttpResponse<String> response = running.get("/");
            assertThat(response.statusCode()).isEqualTo(200);
        });
        await().untilAsserted(() -> assertThat(RunningEndpoint.busyWorkers()).isZero());
    }

    @Test
    void bodyThatNeverComesFreesItsWorker() throws Exception {
        for (int i = 0; i < 4; i++) {
            sockets.add(running.sent("POST /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\nx"));
        }
        await().untilAsserted(() -> assertThat(RunningEndpoint.busyWorkers()).isZero());
        assertThat(running.get("/").statusCode()).isEqualTo(200);
    }

    /** A connection on which the body has begun; {@code null} where all workers were still busy with those before it. */
    private Socket answered() throws IOException {
        Socket socket = running.sent(WHOLE);
        if (socket.getInputStream().read() == 'H') {
            return socket;
        }
        socket.close();
        return null;
    }

    @Test
    void clientClosingMidBodyLogsNothing() throws Exception {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Handler collector = collector(logged);
        Logger.getLogger("").addHandler(collector);
        try {
            running.counter("many_total", 100_000);
            for (int i = 0; i < 10; i++) {
                Socket socket = await().ignoreExceptions().until(this::answered, Objects::nonNull);
                // With linger 0 the close is a reset.
                socket.setSoLinger(true, 0);
                socket.close();
            }
            await().untilAsserted(
                            () -> assertThat(running.get("/").statusCode()).isEqualTo(200));
            await().untilAsserted(
                            () -> assertThat(RunningEndpoint.busyWorkers()).isZero());
        } finally {
            Logger.getLogger("").removeHandler(collector);
        }
        assertThat(logged).isEmpty();
        assertThat(running.lines()).isEmpty();
    }

    private static Handler collector(List<String> into) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                into.add(entry.getLevel() + " " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void threadsAreDaemonsOfOursWithoutContextClassLoader() throws Exception {
        running.get("/metrics");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("autobot-endpoint-"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon)
                .allMatch(thread -> thread.getContextClassLoader() == null);
        // The JDK's own thread takes the context class loader of its creator, ours, or from JDK 19 on the system's.
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("HTTP-Dispatcher"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon)
                .extracting(Thread::getContextClassLoader)
                .isSubsetOf(null, ClassLoader.getSystemClassLoader());
    }
}
