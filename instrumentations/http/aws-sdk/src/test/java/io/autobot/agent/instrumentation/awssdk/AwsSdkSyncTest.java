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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
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

    @TestFactory
    Stream<DynamicContainer> contract() {
        return AwsReleases.sync()
                .map(client -> DynamicContainer.dynamicContainer(
                        client.toString(), HttpTransportContract.of(SEEN, client.http(SyncHttp.class))));
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
    void aReplyThatIsCutOffIsNotWhole(Client client) throws Exception {
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
    void anAttemptThatTheSdkGivesUp(Client client) throws Exception {
        try (AwsCaller bedrock = bedrock(client, 1, 300)) {
            assertThatThrownBy(() -> bedrock.invoke("silent", new byte[2])).isNotNull();
        }
        assertThat(SEEN.only().ending()).isEqualTo(Ending.FAILED);
        assertThat(SEEN.only().status()).isZero();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void withoutABody(Client client) throws Exception {
        try (AwsCaller s3 =
                client.caller(SyncS3.class, new Calling(peer.uri("/claimed").toString(), client.http(), 1, 0))) {
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
}
