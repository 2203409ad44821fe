package io.autobot.agent.instrumentation.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.instrumentation.awssdk.AwsReleases.Calling;
import io.autobot.agent.instrumentation.awssdk.AwsReleases.Client;
import io.autobot.agent.instrumentation.javahttpclient.JavaHttpClientInstrumentation;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client below the SDK that has an instrumentation of its own does not count the SDK's calls again. */
class AwsSdkOverAnotherClientTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new AwsSdkInstrumentation(), new JavaHttpClientInstrumentation())
            .recording(seen);

    private final AwsPeer peer = new AwsPeer();

    @AfterEach
    void stop() {
        peer.close();
    }

    @AfterAll
    static void close() {
        AwsReleases.close();
    }

    @ParameterizedTest
    @ValueSource(classes = {SyncBedrock.class, AsyncBedrock.class})
    void oneCallIsOneExchange(Class<? extends AwsCaller> type) throws Exception {
        byte[] body = AwsReleases.bytes(10_000);
        Calling calling = new Calling(peer.uri("/claimed").toString(), "jdk", 1, 0);
        try (AwsCaller bedrock = new Client(AwsReleases.NEWEST, "jdk").caller(type, calling)) {
            assertThat(bedrock.invoke("chunked", body)).isEqualTo(body);
        }
        assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.only().requestBytes()).isEqualTo(body);
        assertThat(seen.only().responseBytes()).isEqualTo(body);
        assertThat(seen.asked()).isEqualTo(1);

        // The thread is free again.
        HttpRequest own = HttpRequest.newBuilder(peer.uri("/claimed/model/reply/invoke"))
                .POST(BodyPublishers.ofString("own"))
                .build();
        assertThat(HttpClient.newHttpClient().send(own, BodyHandlers.ofString()).body())
                .isEqualTo("own");
        assertThat(seen.exchanges()).hasSize(2);
    }
}
