package io.autobot.agent.instrumentation.apachehttpclient5;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.http.cases.HttpCaller;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class ApacheHttpClient5WithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ApacheHttpClient5Instrumentation())
            .recording(seen)
            .withThrowingAdvice();

    @Test
    void theClassicClientDoesNotNotice() throws Exception {
        run(ClassicCaller.class);
    }

    @Test
    void theAsynchronousClientDoesNotNotice() throws Exception {
        run(AsyncCaller.class);
    }

    private void run(Class<? extends HttpCaller> type) throws Exception {
        try (LibraryLoader library = ApacheHttpClient5Releases.loader(ApacheHttpClient5Releases.NEWEST);
                HttpPeer peer = HttpPeer.start();
                HttpCaller caller = ApacheHttpClient5Releases.caller(library, type)) {
            byte[] body = "{}".getBytes(UTF_8);
            assertThat(caller.send(peer.uri("/claimed/redirect?status=307&to=/claimed/echo"), body, null)
                            .body())
                    .isEqualTo(body);
            try (InputStream stream = caller.open(peer.uri("/claimed/gated?parts=1"), body)) {
                peer.openGate();
                peer.openGate();
                assertThat(stream.readAllBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART);
            }
            assertThat(seen.exchanges()).isEmpty();
        }
    }
}
