package io.autobot.agent.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String PLAIN = "{\"model\":\"m\"}";
    private static final String STREAM =
            "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}";

    private static ProviderSimulator simulator;
    private static RawClient client;

    @BeforeAll
    static void start() {
        simulator = ProviderSimulator.start();
        client = new RawClient(HttpClient.Version.HTTP_1_1);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static HttpResponse<byte[]> chat(String body, Behaviour behaviour) {
        return client.post(simulator.url(Endpoint.OPENAI, behaviour) + CHAT, body);
    }

    private static Exchange line() {
        return simulator.ledger().settled().last();
    }

    @Test
    void http2InClearTextAndOverTls() {
        RawClient two = new RawClient(
                HttpClient.newBuilder().sslContext(simulator.trust().sslContext()));
        HttpResponse<byte[]> secure = two.post(simulator.tlsUrl(Endpoint.OPENAI) + CHAT, STREAM);
        assertThat(secure.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(RawClient.documents(secure)).hasSize(8);
        assertThat(line().protocol()).isEqualTo("HTTP/2.0");

        // The upgrade takes a request without a body.
        two.get(simulator.url(Endpoint.OPENAI) + "/v1/models");
        HttpResponse<byte[]> clear = two.post(simulator.url(Endpoint.OPENAI) + CHAT, PLAIN);
        assertThat(clear.version()).isEqualTo(HttpClient.Version.HTTP_2);

        RawClient one = new RawClient(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(simulator.trust().sslContext()));
        assertThat(one.post(simulator.tlsUrl(Endpoint.OPENAI) + CHAT, PLAIN).version())
                .isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void bodyIsCountedAndHashed() throws Exception {
        HttpResponse<byte[]> response =
                chat(STREAM, Behaviour.OK.randomSplit(42).crlf().comments());

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(response.body());
        assertThat(line().sha256()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(line().bytes()).isEqualTo(response.body().length);
        assertThat(line().lastByte()).isAfterOrEqualTo(line().firstByte());
        assertThat(line().firstByte()).isAfterOrEqualTo(line().arrived());
    }

    @Test
    void splittingChangesNoByte() {
        byte[] whole = chat(STREAM, Behaviour.OK).body();
        assertThat(chat(STREAM, Behaviour.OK.split(1)).body()).isEqualTo(whole);
        assertThat(chat(STREAM, Behaviour.OK.randomSplit(7)).body()).isEqualTo(whole);
        assertThat(chat(PLAIN, Behaviour.OK.split(1)).body())
                .isEqualTo(chat(PLAIN, Behaviour.OK).body());
    }

    @Test
    void variantsOfEventStreams() {
        String usual = RawClient.text(chat(STREAM, Behaviour.OK));
        assertThat(RawClient.text(chat(STREAM, Behaviour.OK.crlf()))).isEqualTo(usual.replace("\n", "\r\n"));
        assertThat(RawClient.text(chat(STREAM, Behaviour.OK.cr()))).isEqualTo(usual.replace('\n', '\r'));
        assertThat(RawClient.text(chat(STREAM, Behaviour.OK.byteOrderMark()))).isEqualTo("\ufeff" + usual);
        assertThat(RawClient.text(chat(STREAM, Behaviour.OK.multiLine()))).startsWith("data: {\ndata: \"id\":");
        assertThat(RawClient.text(chat(STREAM, Behaviour.OK.comments()))).startsWith(": {\"usage\"");
    }

    @Test
    void compression() throws IOException {
        byte[] usual = chat(STREAM, Behaviour.OK).body();
        HttpResponse<byte[]> gzip = chat(STREAM, Behaviour.OK.encoding("gzip"));
        assertThat(gzip.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(usual);
        assertThat(line().usage()).isNotNull();
        HttpResponse<byte[]> deflate = chat(PLAIN, Behaviour.OK.encoding("deflate"));
        assertThat(new InflaterInputStream(new ByteArrayInputStream(deflate.body())).readAllBytes())
                .isEqualTo(chat(PLAIN, Behaviour.OK).body());

        HttpResponse<byte[]> broken = chat(PLAIN, Behaviour.OK.brokenGzip());
        assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(broken.body())).readAllBytes())
                .isInstanceOf(IOException.class);
        assertThat(line().usage()).isNull();
        assertThat(chat(PLAIN, Behaviour.OK.encoding("br")).headers().firstValue("content-encoding"))
                .hasValue("br");
    }

    @Test
    void aGateHoldsTheRestOfAStream() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(simulator.url(Endpoint.OPENAI, Behaviour.OK.gateAt(3, "third")) + CHAT))
                .POST(HttpRequest.BodyPublishers.ofString(STREAM))
                .build();
        HttpResponse<InputStream> response = client.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
        simulator.gate("third").awaitArrived(1);
        String sofar = new String(
                response.body().readNBytes((int) simulator.ledger().last().bytes()), StandardCharsets.UTF_8);

        assertThat(sofar).hasLineCount(6).endsWith("\n\n");
        assertThat(response.body().available()).isZero();
        assertThat(simulator.ledger().last().state()).isEqualTo(Exchange.State.OPEN);
        assertThat(simulator.ledger().last().usage()).isNull();

        simulator.gate("third").open();
        assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("data: [DONE]\n\n");
        assertThat(line().usage()).isNotNull();
    }

    @Test
    void aGateBeforeTheHeadAndOneForEachPart() {
        CompletableFuture<HttpResponse<byte[]>> reply = CompletableFuture.supplyAsync(
                () -> chat(STREAM, Behaviour.OK.gateHead("head").gate("each")));
        simulator.gate("head").awaitArrived(1);
        assertThat(simulator.ledger().last().status()).isZero();
        simulator.gate("head").pass(1);
        for (int part = 1; part <= 9; part++) {
            simulator.gate("each").awaitArrived(part);
            assertThat(reply).isNotDone();
            simulator.gate("each").pass(1);
        }
        assertThat(RawClient.documents(reply.join())).hasSize(8);
    }

    @Test
    void resetAndTruncatedStreams() throws Exception {
        assertThatThrownBy(() -> chat(STREAM, Behaviour.OK.truncateAfter(2))).isInstanceOf(UncheckedIOException.class);
        assertThat(line().state()).isEqualTo(Exchange.State.BROKEN);
        assertThat(line().errorType()).isEqualTo("connection");
        assertThatThrownBy(() -> chat(PLAIN, Behaviour.OK.resetAfter(0))).isInstanceOf(UncheckedIOException.class);
        assertThat(line().usage()).isNull();

        try (Socket socket = new Socket("127.0.0.1", simulator.port(Endpoint.OPENAI))) {
            String request = "POST /sim-gateat-2.reset_reset-3" + CHAT + " HTTP/1.1\r\nHost: a\r\nContent-Length: "
                    + STREAM.length() + "\r\n\r\n" + STREAM;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            simulator.gate("reset").awaitArrived(1);
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            simulator.gate("reset").open();
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }

        RawClient two = new RawClient(
                HttpClient.newBuilder().sslContext(simulator.trust().sslContext()));
        assertThatThrownBy(() -> two.post(simulator.tlsUrl(Endpoint.OPENAI) + "/sim-reset-2" + CHAT, STREAM))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(line().state()).isEqualTo(Exchange.State.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHAT, "/v1/responses"})
    void endlessUntilTheClientLeaves(String path) throws Exception {
        for (String body : new String[] {STREAM, PLAIN}) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(simulator.url(Endpoint.OPENAI, Behaviour.OK.endless()) + path))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<InputStream> response = client.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.body().readNBytes(100_000)).hasSize(100_000);
            response.body().close();

            assertThat(line().state()).isEqualTo(Exchange.State.CANCELLED);
            assertThat(line().errorType()).isNull();
            assertThat(line().usage()).isNull();
        }
    }

    @Test
    void hugeReplies() throws Exception {
        for (String behaviour : new String[] {"huge-24", "longline-8"}) {
            for (String body : new String[] {STREAM, PLAIN}) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(simulator.url(Endpoint.OPENAI, Behaviour.parse(behaviour)) + CHAT))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                long[] length = {0};
                client.http()
                        .send(
                                request,
                                HttpResponse.BodyHandlers.ofByteArrayConsumer(bytes ->
                                        length[0] += bytes.map(b -> b.length).orElse(0)));
                assertThat(length[0]).isGreaterThan(8 << 20).isEqualTo(line().bytes());
                assertThat(line().usage().input()).isPositive();
            }
        }
    }

    @Test
    void malformedReplies() {
        String deep = RawClient.text(chat(PLAIN, Behaviour.OK.deep(10_000)));
        assertThat(deep).contains("[".repeat(10_000) + "]".repeat(10_000));
        assertThat(RawClient.text(chat(PLAIN, Behaviour.OK.invalidUtf8()))).contains("\ufffd");
        assertThat(chat(PLAIN, Behaviour.OK.contentType("text/plain")).headers().firstValue("content-type"))
                .hasValue("text/plain");

        HttpResponse<byte[]> twice = chat(PLAIN, Behaviour.OK.duplicateKeys());
        assertThat(RawClient.text(twice).split("\"usage\":", -1)).hasSize(3);
        assertThat(RawClient.documents(twice).get(0).at("/usage/prompt_tokens").asLong())
                .isEqualTo(line().usage().input());

        HttpResponse<byte[]> lookalike = chat(PLAIN, Behaviour.OK.usageInText());
        assertThat(RawClient.text(lookalike)).contains("99999").contains("88888");
        assertThat(RawClient.documents(lookalike)
                        .get(0)
                        .at("/usage/prompt_tokens")
                        .asLong())
                .isEqualTo(line().usage().input());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirects(int status) {
        RawClient follows = new RawClient(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.ALWAYS));
        simulator.ledger().clear();
        HttpResponse<byte[]> response =
                follows.post(simulator.url(Endpoint.OPENAI) + CHAT, "{\"model\":\"sim-redirect-" + status + "\"}");

        // A client makes a GET of the first two, which nobody answers.
        assertThat(response.statusCode()).isEqualTo(status >= 307 ? 200 : 405);
        assertThat(simulator.ledger().settled().exchanges()).hasSize(2);
        assertThat(simulator.ledger().exchanges().get(0).redirect()).isTrue();
        long calls = simulator.ledger().totals().values().stream()
                .mapToLong(Ledger.Total::calls)
                .sum();
        assertThat(calls).isEqualTo(status >= 307 ? 1 : 0);
    }

    @Test
    void totalsAddUp() {
        simulator.ledger().clear();
        for (int i = 0; i < 5; i++) {
            client.post(simulator.url(Endpoint.OPENAI) + CHAT, "{\"model\":\"m\",\"seed\":" + i + "}");
        }
        client.post(simulator.url(Endpoint.OPENAI) + CHAT, "{\"model\":\"m\",\"stream\":true}");
        client.post(simulator.url(Endpoint.OPENAI) + CHAT, "{\"model\":\"sim-429\"}");

        Ledger ledger = simulator.ledger().settled();
        Ledger.Total total = ledger.totals().get(new Ledger.Key("openai", "m", "chat"));
        long input = ledger.exchanges().stream()
                .filter(one -> one.usage() != null)
                .mapToLong(one -> one.usage().input())
                .sum();
        assertThat(total.calls()).isEqualTo(6);
        assertThat(total.withoutUsage()).isEqualTo(1);
        assertThat(total.usage().input()).isEqualTo(input);
        assertThat(ledger.exchanges().stream()
                        .filter(one -> one.usage() != null)
                        .map(one -> one.usage().input()))
                .as("each request has figures of its own")
                .doesNotHaveDuplicates();
        assertThat(ledger.errors().get("openai"))
                .containsEntry("rate_limit", 1L)
                .hasSize(1);
    }
}
