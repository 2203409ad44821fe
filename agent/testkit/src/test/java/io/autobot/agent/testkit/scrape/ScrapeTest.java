package io.autobot.agent.testkit.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeTest {
    private static final String TEXT = String.join(
            "\n",
            "# HELP ops_total Commands, by \\\\ and \\n kind.",
            "# TYPE ops_total counter",
            "ops_total{database=\"0\",operation=\"get\",status=\"hit\",} 3.0",
            "ops_total{database=\"0\",operation=\"get\",status=\"miss\"} 2.0 1700000000000",
            "# a remark",
            "# TYPE latency_seconds histogram",
            "latency_seconds_bucket{le=\"0.1\"} 1",
            "latency_seconds_bucket{le=\"+Inf\"} 2",
            "latency_seconds_sum 1e-3",
            "latency_seconds_count 2",
            "odd{text=\"a\\\\b\\\"c\\nd,e}f=\"} NaN",
            "plain +Inf",
            "");

    @Test
    void samplesAreFoundByNameAndLabels() {
        Scrape scrape = Scrape.parse(TEXT);
        assertThat(scrape.value("ops_total", "status", "hit")).isEqualTo(3);
        assertThat(scrape.sum("ops_total", "operation", "get")).isEqualTo(5);
        assertThat(scrape.sum("ops_total", "operation", "set")).isZero();
        assertThat(scrape.find("ops_total", "database", "0")).hasSize(2);
        assertThat(scrape.value("latency_seconds_sum")).isEqualTo(0.001);
        assertThat(scrape.value("plain")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(scrape.names())
                .containsExactly(
                        "ops_total",
                        "latency_seconds_bucket",
                        "latency_seconds_sum",
                        "latency_seconds_count",
                        "odd",
                        "plain");
    }

    @Test
    void escapesAreResolved() {
        Scrape scrape = Scrape.parse(TEXT);
        assertThat(scrape.find("odd").get(0).labels()).isEqualTo(Map.of("text", "a\\b\"c\nd,e}f="));
        assertThat(scrape.help("ops_total")).contains("Commands, by \\ and \n kind.");
        assertThat(scrape.type("latency_seconds")).contains("histogram");
    }

    @Test
    void aValueThatIsNotUniqueIsAFailure() {
        Scrape scrape = Scrape.parse(TEXT);
        assertThatThrownBy(() -> scrape.value("ops_total")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> scrape.value("absent")).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 1",
                "a\n",
                "a one\n",
                "a 1 2 3\n",
                "a 0x10\n",
                "a 1d\n",
                "1a 1\n",
                "a{b=\"c\" 1\n",
                "a{b=c} 1\n",
                "a{b=\"c\\q\"} 1\n",
                "a{b:c=\"d\"} 1\n",
                "a{b=\"c\",b=\"d\"} 1\n",
                "a{b=\"c\"}1\n",
                "a 1\na 2\n",
                "a{b=\"1\",c=\"2\"} 1\na{c=\"2\",b=\"1\"} 1\n",
                "a{x=\"1\"} 1\nb 1\na{x=\"2\"} 1\n",
                "# TYPE a number\na 1\n",
                "# TYPE a gauge\n# TYPE a gauge\na 1\n",
                "a 1\n# TYPE a gauge\n",
                "# TYPE a histogram\na_sum 1\n# HELP a late\n",
            })
    void malformedTextIsRefused(String text) {
        assertThatThrownBy(() -> Scrape.parse(text)).isInstanceOf(AssertionError.class);
    }

    @Test
    void awaitAsksUntilTheConditionHolds() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", exchange -> {
            byte[] body = ("asked " + asked.incrementAndGet() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            Scrape met = Scrape.await(url + "/metrics", s -> s.value("asked") >= 3, Duration.ofSeconds(30));
            assertThat(met.value("asked")).isEqualTo(3);
            assertThatThrownBy(() -> Scrape.get(url + "/other"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("404");
        } finally {
            server.stop(0);
        }
    }
}
