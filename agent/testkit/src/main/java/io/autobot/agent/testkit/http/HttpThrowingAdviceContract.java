package io.autobot.agent.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;

/** A client does what it does when every advice throws. */
public final class HttpThrowingAdviceContract {
    private HttpThrowingAdviceContract() {}

    /**
     * For a test that weaves with throwing advice.
     *
     * @param seen what the woven agent records to
     */
    public static void check(RecordingProtocol seen, HttpCaller caller) throws Exception {
        try (HttpPeer peer = HttpPeer.start()) {
            byte[] body = "0123456789".repeat(10_000).getBytes(UTF_8);
            assertThat(caller.send(peer.uri("/claimed/echo"), body, null).body())
                    .isEqualTo(body);
            HttpCaller.Reply error = caller.send(peer.uri("/claimed/status?code=500"), body, null);
            assertThat(error.status()).isEqualTo(500);
            assertThat(error.body()).isEqualTo(body);
            assertThat(caller.send(peer.uri("/claimed/empty"), null, null).status())
                    .isEqualTo(204);
            String to = caller.followsRedirects() ? "/claimed/redirect?status=307&to=/claimed/echo" : "/claimed/echo";
            byte[] again = caller.repeatsPosts() ? "{}".getBytes(UTF_8) : null;
            HttpCaller.Reply there = caller.send(peer.uri(to), again, null);
            assertThat(there.status()).isEqualTo(200);
            assertThat(there.body()).isEqualTo(again == null ? new byte[0] : again);
            assertThatThrownBy(() -> caller.send(HttpPeer.closedPort("/claimed/x"), body, null))
                    .isNotNull();
            assertThatThrownBy(() -> caller.send(peer.uri("/claimed/broken"), body, null))
                    .isNotNull();

            peer.openGate();
            try (InputStream stream = caller.open(peer.uri("/claimed/gated?parts=1"), body)) {
                peer.openGate();
                assertThat(stream.readAllBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART);
            }

            Runnable givingUp = caller.start(peer.uri("/claimed/silent"), body);
            if (givingUp != null) {
                peer.awaitSilent();
                givingUp.run();
            }
        }
        assertThat(seen.exchanges()).isEmpty();
    }
}
