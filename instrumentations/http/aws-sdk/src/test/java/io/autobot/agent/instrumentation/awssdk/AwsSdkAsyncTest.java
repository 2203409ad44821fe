package io.autobot.agent.instrumentation.awssdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.instrumentation.awssdk.AwsReleases.Calling;
import io.autobot.agent.instrumentation.awssdk.AwsReleases.Client;
import io.autobot.agent.testkit.http.HttpTransportContract;
import io.autobot.agent.testkit.http.RecordedExchange;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asynchronous clients: what the peer sent and got is what the agent saw and what the application has. */
class AwsSdkAsyncTest {
    private static final String EACH = "io.autobot.agent.instrumentation.awssdk.AwsReleases#async";
    private static final String HTTP2_TOO = "io.autobot.agent.instrumentation.awssdk.AwsReleases#asyncAndHttp2";
    private static final RecordingProtocol SEEN = new RecordingProtocol();

    @RegisterExtension
    static final WeavingExtension AGENT =
            WeavingExtension.of(new AwsSdkInstrumentation()).recording(SEEN);

    private AwsPeer peer;

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @AfterEach
    void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    @AfterAll
    static void close() {
        AwsReleases.close();
    }

    private AwsCaller bedrock(Client client) {
        return bedrock(client, 1, 0);
    }

    private AwsCaller bedrock(Client client, int attempts, long timeoutMillis) {
        if (peer == null) {
            peer = new AwsPeer(client);
        }
        String endpoint = peer.uri("/claimed").toString();
        return client.caller(AsyncBedrock.class, new Calling(endpoint, client.http(), attempts, timeoutMillis));
    }

    @TestFactory
    Stream<DynamicContainer> contract() {
        return AwsReleases.async()
                .map(client -> DynamicContainer.dynamicContainer(
                        client.toString(), HttpTransportContract.of(SEEN, client.http(AsyncHttp.class))));
    }

    private static String next(AwsCaller.Stream stream) throws InterruptedException {
        return stream.events().poll(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource(HTTP2_TOO)
    void streamsOfEvents(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client)) {
            streams(bedrock.invokeStream("held"), List.of("one", "two", "three"));
            if (client.hasConverse()) {
                assertThat(bedrock.converse("reply", "hi")).isEqualTo("hello");
                SEEN.clear();
                streams(bedrock.converseStream("held"), List.of("other", "hello", "other"));
            }
        }
    }

    private void streams(AwsCaller.Stream stream, List<String> events) throws Exception {
        for (String event : events) {
            assertThat(stream.future()).isNotDone();
            peer.openGate();
            assertThat(next(stream)).isEqualTo(event);
            assertThat(SEEN.exchanges().get(0).isOver()).isFalse();
        }
        peer.openGate();
        assertThat(next(stream)).isEqualTo("complete");
        stream.future().get(30, TimeUnit.SECONDS);
        assertThat(SEEN.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(SEEN.only().header("content-type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(SEEN.only().responseBytes()).isEqualTo(peer.lastSent());
        assertThat(SEEN.only().isResponseWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aStreamThatSaysWhatWentWrong(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client)) {
            AwsCaller.Stream stream = bedrock.invokeStream("failing");
            assertThatThrownBy(() -> stream.future().get(30, TimeUnit.SECONDS)).hasStackTraceContaining("slow down");
        }
        assertThat(SEEN.only().status()).isEqualTo(200);
        assertThat(SEEN.only().responseBytes()).isEqualTo(peer.lastSent());
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void streamsTheApplicationGivesUp(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client)) {
            AwsCaller.Stream stream = bedrock.invokeStream("held");
            peer.openGate();
            assertThat(next(stream)).isEqualTo("one");
            stream.cancel();
            assertThat(SEEN.only().ending()).isEqualTo(Ending.CANCELLED);
            assertThat(SEEN.only().isResponseWhole()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(HTTP2_TOO)
    void callsTheApplicationGivesUp(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client)) {
            AwsCaller.Stream stream = bedrock.invokeStream("held");
            peer.openGate();
            assertThat(next(stream)).isEqualTo("one");
            stream.future().cancel(true);
            assertThat(SEEN.only().ending()).isEqualTo(Ending.CANCELLED);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void eachAttemptIsOne(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client, 3, 0)) {
            assertThat(bedrock.invoke("throttled", "{}".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("{}");
        }
        List<RecordedExchange> exchanges = SEEN.exchanges();
        assertThat(exchanges).extracting(RecordedExchange::status).containsExactly(429, 200);
        for (RecordedExchange exchange : exchanges) {
            assertThat(exchange.awaitEnd().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.requests()).isEqualTo(1);
            assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void anAttemptThatTheSdkGivesUp(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client, 1, 300)) {
            assertThatThrownBy(() -> bedrock.invoke("silent", new byte[2])).isNotNull();
        }
        assertThat(SEEN.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(SEEN.only().failure()).hasStackTraceContaining("ApiCallAttemptTimeout");
    }

    @ParameterizedTest
    @MethodSource(HTTP2_TOO)
    void aStreamThatIsCutOffIsWhatTheApplicationIsTold(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client)) {
            AwsCaller.Stream stream = bedrock.invokeStream("broken");
            assertThat(next(stream)).isEqualTo("one");
            // Netty's client takes it for the whole, a reset of HTTP/2 too: no length was announced.
            boolean isFailed =
                    stream.future().handle((done, failure) -> failure != null).get(30, TimeUnit.SECONDS);
            assertThat(isFailed).isEqualTo(!client.http().startsWith("netty"));
            assertThat(SEEN.only().ending()).isEqualTo(isFailed ? Ending.FAILED : Ending.COMPLETE);
        }
    }
}
