package io.autobot.agent.instrumentation.httpurlconnection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.io.InputStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK does what it does when every advice throws. */
class HttpUrlConnectionWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new HttpUrlConnectionInstrumentation())
            .recording(seen)
            .withThrowingAdvice();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theApplicationDoesNotNotice(boolean streaming) throws Exception {
        byte[] body = "0123456789".repeat(10_000).getBytes(UTF_8);
        try (HttpPeer peer = HttpPeer.start();
                UrlConnectionCaller caller = new UrlConnectionCaller(streaming)) {
            assertThat(caller.send(peer.uri("/claimed/echo"), body, null).body())
                    .isEqualTo(body);
            assertThat(caller.send(peer.uri("/claimed/status?code=500"), body, null)
                            .body())
                    .isEqualTo(body);
            try (InputStream stream = caller.open(peer.uri("/claimed/gated?parts=1"), body)) {
                peer.openGate();
                peer.openGate();
                assertThat(stream.readAllBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART);
            }
        }
        assertThat(agent.swallowed()).hasSizeGreaterThanOrEqualTo(3 * 4);
        assertThat(seen.exchanges()).isEmpty();
    }
}
