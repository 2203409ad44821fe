package io.autobot.agent.instrumentation.javahttpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.HttpTransportContract;
import io.autobot.agent.testkit.http.RecordedExchange;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the peer sent and got is what the agent saw and what the application has. */
class JavaHttpClientInstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new JavaHttpClientInstrumentation()).recording(seen);

    private final HttpPeer peer = HttpPeer.start();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

    @AfterEach
    void stop() {
        peer.close();
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(peer.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @TestFactory
    Stream<DynamicTest> synchronous() {
        return HttpTransportContract.of(seen, new JavaHttpCaller(false));
    }

    @TestFactory
    Stream<DynamicTest> asynchronous() {
        return HttpTransportContract.of(seen, new JavaHttpCaller(true));
    }

    @TestFactory
    Stream<DynamicTest> http2() {
        return HttpTransportContract.ofHttp2(seen, new JavaHttp2Caller());
    }

    @Test
    void everyBodyHandler(@TempDir Path folder) throws Exception {
        String body = "line one\nline two\n".repeat(5_000);
        HttpRequest request = post("/claimed/echo", body).build();
        Path file = folder.resolve("body");

        assertThat(client.send(request, BodyHandlers.ofByteArray()).body()).isEqualTo(body.getBytes(UTF_8));
        assertThat(client.send(request, BodyHandlers.ofFile(file)).body()).hasContent(body);
        assertThat(Files.readString(file)).isEqualTo(body);
        try (InputStream stream =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(stream.readAllBytes()).isEqualTo(body.getBytes(UTF_8));
        }
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            assertThat(lines.count()).isEqualTo(10_000);
        }
        assertThat(client.send(request, BodyHandlers.discarding()).body()).isNull();
        assertThat(client.send(request, BodyHandlers.replacing("mine")).body()).isEqualTo("mine");

        assertThat(seen.exchanges()).hasSize(6);
        for (RecordedExchange exchange : seen.exchanges()) {
            assertThat(exchange.awaitEnd().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.responseBytes()).isEqualTo(body.getBytes(UTF_8));
        }
    }

    @Test
    void theTypeOfTheRequestIsAsItWasGiven() throws Exception {
        client.send(post("/claimed/echo", "{}").build(), BodyHandlers.ofString());
        assertThat(seen.only().requestContentType()).isEqualTo("application/json");
    }

    @Test
    void failuresAreTheClientsOwn() {
        HttpRequest nowhere =
                HttpRequest.newBuilder(HttpPeer.closedPort("/claimed/x")).GET().build();
        assertThatThrownBy(() -> client.send(nowhere, BodyHandlers.ofString())).isInstanceOf(ConnectException.class);
        assertThat(seen.only().failure()).hasStackTraceContaining("ConnectException");
        seen.clear();

        HttpRequest slow =
                post("/claimed/silent", "{}").timeout(Duration.ofMillis(200)).build();
        assertThatThrownBy(() -> client.send(slow, BodyHandlers.ofString())).isInstanceOf(HttpTimeoutException.class);
        assertThat(seen.only().failure()).hasStackTraceContaining("HttpTimeoutException");
        seen.clear();

        assertThatThrownBy(() -> client.send(post("/claimed/broken", "{}").build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
    }
}
