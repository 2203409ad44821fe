package io.autobot.agent.benchmarks.jmh;

import io.autobot.agent.endpoint.Endpoint;
import io.autobot.agent.endpoint.EndpointSettings;
import io.autobot.agent.endpoint.Endpoints;
import io.autobot.agent.endpoint.HealthReport;
import io.autobot.agent.log.AgentLog;
import io.autobot.agent.metrics.AgentRegistry;
import io.autobot.agent.metrics.Histograms;
import io.autobot.agent.metrics.SeriesGuard;
import io.autobot.agent.redis.RedisDomain;
import io.autobot.agent.redis.RedisServerFigures;
import io.autobot.agent.status.InstrumentationStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One scrape over HTTP, request to last byte, of Redis metrics with 10,000 series: 10,000 lines with a value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScrapeOfTenThousand {
    private static final int SERIES = 10_000;
    private static final int OPERATIONS_PER_DATABASE = 20;
    private static final byte[] REQUEST =
            "GET /metrics HTTP/1.1\r\nHost: localhost\r\nAccept: text/plain;version=0.0.4\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final byte[] buffer = new byte[64 * 1_024];
    private Endpoint endpoint;
    private int port;

    @Setup
    public void start() throws IOException {
        RedisDomain domain = RedisDomain.create(
                new SeriesGuard(SERIES),
                new Histograms(family -> null),
                new RedisServerFigures(System::nanoTime, Long.MAX_VALUE),
                Map.of(),
                false);
        AgentRegistry registry = new AgentRegistry(List.of(domain.metrics()), Instant::now, (where, thrown) -> {
            throw new IllegalStateException(where, thrown);
        });
        HealthReport health = new HealthReport("1", Instant.now(), Clock.systemUTC(), new Nothing());
        endpoint = Endpoints.open(EndpointSettings.plain("127.0.0.1", 0), registry::prometheus, health)
                .orElseThrow();
        port = endpoint.start().orElseThrow().port();
        int recorders = 0;
        while (scrape() < SERIES) {
            domain.metrics()
                    .database("database-" + recorders / OPERATIONS_PER_DATABASE)
                    .operation(1 + recorders % OPERATIONS_PER_DATABASE)
                    .success(TimeUnit.MICROSECONDS.toNanos(recorders));
            recorders++;
        }
        AgentLog.info(recorders + " recorders make " + scrape() + " series");
    }

    @TearDown
    public void stop() {
        endpoint.stop();
    }

    /** A health report without news. */
    private static final class Nothing implements HealthReport.Sources {
        @Override
        public List<HealthReport.Category> categories() {
            return List.of();
        }

        @Override
        public List<InstrumentationStatus> instrumentations() {
            return List.of();
        }

        @Override
        public String pricesAsOf() {
            return "";
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }
    }

    /** The number of series. */
    @Benchmark
    public int scrape() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(REQUEST);
            InputStream in = socket.getInputStream();
            int series = 0;
            boolean atStart = true;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    // Head lines do not begin as the agent's names do, comments begin with a hash.
                    series += atStart && buffer[i] == 'a' ? 1 : 0;
                    atStart = buffer[i] == '\n';
                }
            }
            return series;
        }
    }
}
