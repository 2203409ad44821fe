package io.autobot.agent.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private final RunningEndpoint running = new RunningEndpoint();

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/api/monitoring/metrics"})
    void bothMetricPathsAnswerInTextByDefault(String path) throws Exception {
        running.counter("seen_total", 1);

        HttpResponse<String> response = running.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
        assertThat(response.body()).contains("seen_total{n=\"v0\"} 1.0");
    }

    @Test
    void openMetricsIsAnsweredToWhoAcceptsIt() throws Exception {
        running.counter("seen_total", 1);

        HttpResponse<String> response =
                running.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/openmetrics-text");
        assertThat(response.body()).endsWith("# EOF\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.google.protobuf",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited",
                "APPLICATION/VND.GOOGLE.PROTOBUF;q=0.9, text/plain;q=0.1"
            })
    void whoAcceptsProtobufAloneGetsText(String accept) throws Exception {
        running.counter("seen_total", 1);

        HttpResponse<String> response = running.get("/metrics", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("seen_total{");
    }

    @Test
    void tenThousandSeriesAreScrapedPlainAndCompressed() throws Exception {
        running.counter("many_total", 10_000);

        HttpResponse<String> plain = running.get("/metrics");
        HttpResponse<InputStream> compressed = running.stream("/metrics", "Accept-Encoding", "gzip");

        assertThat(plain.body().lines().filter(line -> line.startsWith("many_total{")))
                .hasSize(10_000);
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        String unpacked = new String(new GZIPInputStream(compressed.body()).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(unpacked).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @CsvSource({"name[]=one_total", "name%5B%5D=one_total", "x=1&name%5b%5d=one", "name[]=nope&name[]=one"})
    void nameFilterLeavesOutTheOthers(String query) throws Exception {
        running.counter("one_total", 1);
        running.counter("two_total", 1);

        String body = running.get("/metrics?" + query.replace("[", "%5B").replace("]", "%5D"))
                .body();

        assertThat(body).contains("one_total{").doesNotContain("two_total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"debug=prometheus-protobuf", "debug=text", "debug=nonsense"})
    void debugOutputOfTheExporterCannotBeAskedFor(String query) throws Exception {
        running.counter("one_total", 1);

        assertThat(running.get("/metrics?" + query).body())
                .isEqualTo(running.get("/metrics").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/", "/api/monitoring/health/metrics"})
    void headHasTheHeadOfGetAndNoBody(String path) throws Exception {
        running.counter("one_total", 3);

        HttpResponse<String> head = running.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length"))
                .hasValue(running.get(path).body().getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metricsX", "/metrics/", "/x", "/-/healthy", "/api/monitoring", "//metrics", "/%2e%2e/"})
    void anyOtherPathIsNotFound(String path) throws Exception {
        assertThat(running.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"})
    void otherMethodsAreRefusedNamingThoseAllowed(String method) throws Exception {
        HttpResponse<String> response = running.send(method, "/metrics");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void homePageNamesVersionAndInstrumentationsAndEscapesThem() throws Exception {
        String page = running.get("/").body();

        assertThat(page).contains("1.2.3", "jedis", "active", "8.0.2", "href=\"/metrics\"", "&lt;b&gt;&amp;");
        assertThat(page).doesNotContain("<b>");
    }

    @Test
    void failingCollectorIsAPlainFiveHundredAndOneLine() throws Exception {
        running.registry.register(new Collector() {
            @Override
            public MetricSnapshot collect() {
                throw new IllegalStateException("secret detail");
            }
        });

        for (String encoding : new String[] {"identity", "gzip"}) {
            HttpResponse<String> response = running.get("/metrics", "Accept-Encoding", encoding);
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body())
                    .doesNotContain("Exception", "secret detail", "at io.")
                    .contains("internal error");
        }
        assertThat(running.lines().lines()).hasSize(1).allMatch(line -> line.contains("secret detail"));
    }

    @Test
    void connectionIsKeptForTheNextRequest() throws Exception {
        running.counter("one_total", 1);
        try (Socket socket = running.sent("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            readAnswer(in);
            socket.getOutputStream().write("GET /x HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(readAnswer(in)).startsWith("HTTP/1.1 404");
        }
    }

    /** The status line of an answer that was read to its end. */
    private static String readAnswer(BufferedReader in) throws IOException {
        String status = in.readLine();
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        assertThat(in.skip(length)).isEqualTo(length);
        return status;
    }

    @Test
    void hostileRequestLinesGetNoStackTrace() throws Exception {
        String[] requests = {
            "GET /%zz HTTP/1.1\r\n\r\n",
            "GET\r\n\r\n",
            "GET mailto:x HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET /metrics?name[]=%zz HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET /metrics HTTP/1.1\r\nContent-Length: x\r\n\r\n",
            "GET /metrics HTTP/1.1\r\nTransfer-Encoding: x\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n",
        };
        for (String request : requests) {
            try (Socket socket = running.sent(request)) {
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).doesNotContain("\tat ", "HTTP/1.1 200");
            }
        }
        assertThat(running.get("/metrics").statusCode()).isEqualTo(200);
    }
}
