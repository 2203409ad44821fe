package io.autobot.agent.instrumentation.awssdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.instrumentation.awssdk.AwsReleases.Calling;
import io.autobot.agent.instrumentation.awssdk.AwsReleases.Client;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordedExchange;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Synchronous clients: what the peer sent and got is what the agent saw and what the application has. */
class AwsSdkSyncTest {
    private static final String EACH = "io.autobot.agent.instrumentation.awssdk.AwsReleases#sync";
    private static final RecordingProtocol SEEN = new RecordingProtocol();

    @RegisterExtension
    static final WeavingExtension AGENT =
            WeavingExtension.of(new AwsSdkInstrumentation()).recording(SEEN);

    private final AwsPeer peer = new AwsPeer();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    @AfterAll
    static void close() {
        AwsReleases.close();
    }

    private AwsCaller bedrock(Client client) {
        return bedrock(client, 1, 0);
    }

    private AwsCaller bedrock(Client client, int attempts, long timeoutMillis) {
        String endpoint = peer.uri("/claimed").toString();
        return client.caller(SyncBedrock.class, new Calling(endpoint, client.http(), attempts, timeoutMillis));
    }

    private AwsCaller s3(Client client, String prefix) {
        return client.caller(SyncS3.class, new Calling(peer.uri(prefix).toString(), client.http(), 1, 0));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aCall(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client)) {
            assertThat(bedrock.invoke("reply", "{\"a\":1}".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("{\"a\":1}");
        }
        RecordedExchange exchange = SEEN.only();
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.host()).isEqualTo("localhost");
        assertThat(exchange.port()).isEqualTo(peer.port());
        assertThat(exchange.path()).isEqualTo("/claimed/model/reply/invoke");
        assertThat(exchange.requestContentType()).isEqualTo("application/json");
        assertThat(exchange.requests()).isEqualTo(1);
        assertThat(exchange.requestBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.heads()).isEqualTo(1);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("x-request-id")).isEqualTo("r1");
        assertThat(exchange.responseBytes()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(exchange.isResponseWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aConversation(Client client) throws Exception {
        if (!client.hasConverse()) {
            return;
        }
        try (AwsCaller bedrock = bedrock(client)) {
            for (String model : new String[] {"reply", "chunked"}) {
                SEEN.clear();
                assertThat(bedrock.converse(model, "hi")).isEqualTo("hello");
                RecordedExchange exchange = SEEN.only();
                assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
                assertThat(exchange.requestBytes()).asString(UTF_8).contains("\"hi\"");
                assertThat(exchange.responseBytes()).isEqualTo(peer.lastSent());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aLargeBodyInChunks(Client client) throws Exception {
        byte[] large = AwsReleases.bytes(1 << 20);
        try (AwsCaller bedrock = bedrock(client)) {
            assertThat(bedrock.invoke("chunked", large)).isEqualTo(large);
        }
        assertThat(SEEN.only().requestBytes()).isEqualTo(large);
        assertThat(SEEN.only().responseBytes()).isEqualTo(large);
        assertThat(SEEN.only().ending()).isEqualTo(Ending.COMPLETE);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void encodedBodiesAreSeenThrough(Client client) throws Exception {
        byte[] body = "packed ".repeat(1_000).getBytes(UTF_8);
        try (AwsCaller bedrock = bedrock(client)) {
            // The SDK decodes it above its HTTP client.
            assertThat(bedrock.invoke("gzip", body)).isEqualTo(body);
            assertThat(peer.lastSent().length).isLessThan(body.length);
            assertThat(SEEN.only().responseBytes()).isEqualTo(body);
            assertThat(SEEN.only().ending()).isEqualTo(Ending.COMPLETE);
            SEEN.clear();
            assertThat(bedrock.invoke("br", body)).isEqualTo(body);
            assertThat(SEEN.only().isOpaque()).isTrue();
            assertThat(SEEN.only().responseBytes()).isEmpty();
            assertThat(SEEN.only().ending()).isEqualTo(Ending.COMPLETE);
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
        assertThat(exchanges.get(0).responseBytes()).asString(UTF_8).contains("slow down");
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void refusedAndTimedOutAndBroken(Client client) throws Exception {
        String nowhere = HttpPeer.closedPort("/claimed").toString();
        try (AwsCaller refused = client.caller(SyncBedrock.class, new Calling(nowhere, client.http(), 2, 0))) {
            assertThatThrownBy(() -> refused.invoke("reply", new byte[2])).isNotNull();
        }
        assertThat(SEEN.exchanges()).hasSize(2).allSatisfy(exchange -> {
            assertThat(exchange.awaitEnd().ending()).isEqualTo(Ending.FAILED);
            assertThat(exchange.status()).isZero();
        });
        SEEN.clear();

        try (AwsCaller bedrock = bedrock(client, 1, 300)) {
            assertThatThrownBy(() -> bedrock.invoke("silent", new byte[2])).isNotNull();
        }
        assertThat(SEEN.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(SEEN.only().status()).isZero();
        SEEN.clear();

        try (AwsCaller bedrock = bedrock(client)) {
            if (client.http().equals("url")) {
                // The JDK takes what there is for the whole.
                assertThat(bedrock.invoke("broken", new byte[2])).hasSizeLessThan(1000);
            } else {
                assertThatThrownBy(() -> bedrock.invoke("broken", new byte[2])).isNotNull();
            }
        }
        assertThat(SEEN.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(SEEN.only().status()).isEqualTo(200);
        assertThat(SEEN.only().isResponseWhole()).isFalse();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aStreamThatIsReadAndOneThatIsClosed(Client client) throws Exception {
        try (AwsCaller s3 = s3(client, "/claimed")) {
            peer.openGate();
            InputStream whole = s3.open("held");
            for (int part = 0; part < 3; part++) {
                assertThat(part(whole)).isEqualTo(HttpPeer.PART);
                assertThat(SEEN.exchanges().get(0).isOver()).isFalse();
                peer.openGate();
            }
            assertThat(whole.read()).isEqualTo(-1);
            whole.close();
            assertThat(SEEN.only().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(SEEN.only().responseBytes()).isEqualTo(peer.lastSent());
            SEEN.clear();

            peer.openGate();
            InputStream given = s3.open("held");
            assertThat(part(given)).isEqualTo(HttpPeer.PART);
            for (int more = 0; more < 3; more++) {
                // Closing reads on in some of the clients.
                peer.openGate();
            }
            given.close();
            assertThat(SEEN.only().ending()).isEqualTo(Ending.CANCELLED);
            assertThat(SEEN.only().isResponseWhole()).isFalse();
        }
    }

    /** Apache 4 waits for more when it is asked for none, which {@code readNBytes(int)} does. */
    private static String part(InputStream stream) throws IOException {
        byte[] part = new byte[HttpPeer.PART.length()];
        assertThat(stream.readNBytes(part, 0, part.length)).isEqualTo(part.length);
        return new String(part, UTF_8);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void withoutABody(Client client) throws Exception {
        try (AwsCaller s3 = s3(client, "/claimed")) {
            s3.delete("empty");
            assertThat(SEEN.only().status()).isEqualTo(204);
            assertThat(SEEN.only().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(SEEN.only().requests()).isZero();
            SEEN.clear();
            s3.head("some");
            assertThat(SEEN.only().status()).isEqualTo(200);
            assertThat(SEEN.only().ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void otherServicesAreLeftAlone(Client client) throws Exception {
        int asked = SEEN.asked();
        try (AwsCaller s3 = s3(client, "/elsewhere")) {
            s3.delete("empty");
            s3.head("some");
        }
        assertThat(SEEN.asked()).isEqualTo(asked + 2);
        assertThat(SEEN.exchanges()).isEmpty();
    }
}
