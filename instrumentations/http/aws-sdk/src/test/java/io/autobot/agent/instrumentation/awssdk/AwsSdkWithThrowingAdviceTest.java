package io.autobot.agent.instrumentation.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.instrumentation.awssdk.AwsReleases.Calling;
import io.autobot.agent.instrumentation.awssdk.AwsReleases.Client;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK does what it does when every advice throws. */
class AwsSdkWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new AwsSdkInstrumentation()).recording(seen).withThrowingAdvice();

    @AfterAll
    static void close() {
        AwsReleases.close();
    }

    @Test
    void theApplicationDoesNotNotice() throws Exception {
        byte[] body = AwsReleases.bytes(10_000);
        try (AwsPeer peer = new AwsPeer()) {
            String endpoint = peer.uri("/claimed").toString();
            for (String release : new String[] {AwsReleases.EVERY.get(0), AwsReleases.NEWEST}) {
                try (AwsCaller bedrock =
                        new Client(release, "url").caller(SyncBedrock.class, new Calling(endpoint, "url", 1, 0))) {
                    assertThat(bedrock.invoke("chunked", body)).isEqualTo(body);
                }
                try (AwsCaller bedrock =
                        new Client(release, "netty").caller(AsyncBedrock.class, new Calling(endpoint, "netty", 1, 0))) {
                    AwsCaller.Stream stream = bedrock.invokeStream("reply");
                    stream.future().get(30, TimeUnit.SECONDS);
                    assertThat(stream.events()).containsExactly("one", "two", "three", "complete");
                }
            }
        }
        assertThat(agent.swallowed()).hasSize(8);
        assertThat(seen.asked()).isZero();
    }
}
