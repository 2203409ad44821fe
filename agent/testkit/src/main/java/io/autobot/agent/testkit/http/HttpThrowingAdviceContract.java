package io.autobot.agent.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client does what it does when every advice throws. A subclass weaves with throwing advice and says who calls. */
public abstract class HttpThrowingAdviceContract {
    private final HttpCaller caller;
    private final HttpPeer peer = HttpPeer.start();

    protected HttpThrowingAdviceContract(HttpCaller caller) {
        this.caller = caller;
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void theApplicationDoesNotNotice() throws Exception {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(caller.call(peer.uri("/claimed/echo"), body).body()).isEqualTo(body);
        assertThat(caller.call(peer.uri("/claimed/empty"), null).status()).isEqualTo(204);
        assertThat(caller.call(peer.uri("/claimed/redirect?status=307&to=/claimed/echo"), null)
                        .status())
                .isEqualTo(200);
        assertThatThrownBy(() -> caller.call(HttpPeer.closedPort("/claimed/x"), body));
        assertThatThrownBy(() -> caller.call(peer.uri("/claimed/broken"), body));

        peer.openGate();
        HttpCaller.Pieces pieces = caller.stream(peer.uri("/claimed/gated?parts=1"), body);
        assertThat(pieces.next()).asString(UTF_8).isEqualTo(HttpPeer.PART);
        peer.openGate();
        assertThat(pieces.next()).isEmpty();

        AutoCloseable begun = caller.begin(peer.uri("/claimed/silent"), body);
        peer.awaitSilent();
        begun.close();
    }
}
