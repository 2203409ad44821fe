package io.autobot.agent.endpoint;

import io.autobot.agent.endpoint.EndpointSettings.Timing;
import io.autobot.agent.endpoint.EndpointSettings.Tls;
import io.autobot.agent.log.AgentLog;
import io.autobot.agent.status.Group;
import io.autobot.agent.status.InstrumentationStatus;
import io.autobot.agent.status.InstrumentationStatus.Reason;
import io.autobot.agent.status.InstrumentationStatus.State;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An endpoint on a free port of this machine, with the agent's lines kept for reading. */
final class RunningEndpoint implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final Timing QUICK = new Timing(Duration.ofMillis(500), Duration.ofMillis(50));

    final PrometheusRegistry registry = new PrometheusRegistry();
    final Endpoint endpoint;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();

    RunningEndpoint() {
        this(settings(0, null, null, null, null, QUICK));
    }

    RunningEndpoint(EndpointSettings settings) {
        this(settings, List::of);
    }

    RunningEndpoint(EndpointSettings settings, Supplier<List<HealthReport.Category>> categories) {
        AgentLog.sink(new PrintStream(lines, true, StandardCharsets.UTF_8));
        HealthReport health = new HealthReport(
                "1.2.3",
                Instant.now(),
                Clock.systemUTC(),
                new GivenSources(categories, () -> List.of(jedis("<b>&")), List::of));
        endpoint = Endpoints.open(settings, () -> registry, health).orElseThrow();
        endpoint.start();
    }

    static InstrumentationStatus jedis(String message) {
        return new InstrumentationStatus("jedis", Group.REDIS, State.ACTIVE, "8.0.2", Reason.NONE, message);
    }

    static EndpointSettings settings(int port, String username, String password, Tls tls, File fileSd, Timing timing) {
        return new EndpointSettings(
                HOST, port, username, password, true, tls, fileSd, Map.of("service", "bot"), timing);
    }

    /** A counter with one label and this many series. */
    Counter counter(String name, int series) {
        Counter counter = Counter.builder()
                .name(name)
                .help("h")
                .labelNames("n")
                .withoutExemplars()
                .register(registry);
        for (int i = 0; i < series; i++) {
            counter.labelValues("v" + i).inc();
        }
        return counter;
    }

    int port() {
        return endpoint.bound().orElseThrow().port();
    }

    String lines() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(method, path, headers), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request("GET", path, headers), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** A socket on which this much was sent and nothing else. */
    Socket sent(String text) throws IOException {
        Socket socket = new Socket(HOST, port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    /** How many workers are blocked on a client. */
    static long busyWorkers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("autobot-endpoint-worker"))
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("sun.nio.ch.SocketChannelImpl")))
                .count();
    }

    @Override
    public void close() {
        endpoint.stop();
        AgentLog.sink(null);
    }
}
