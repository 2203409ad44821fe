package io.autobot.agent.instrumentation.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.http.cases.HttpCaller;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.io.InputStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library does what it does when every advice throws. */
class OkHttpWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new OkHttpInstrumentation()).recording(seen).withThrowingAdvice();

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.okhttp.OkHttpReleases#all")
    void theApplicationDoesNotNotice(String release) throws Exception {
        try (HttpPeer peer = HttpPeer.start();
                LibraryLoader library = OkHttpReleases.loader(release);
                HttpCaller caller = OkHttpReleases.caller(library)) {
            byte[] body = "0123456789".repeat(10_000).getBytes(UTF_8);
            assertThat(caller.send(peer.uri("/claimed/echo"), body, null).body())
                    .isEqualTo(body);
            try (InputStream stream = caller.open(peer.uri("/claimed/gated?parts=1"), body)) {
                peer.openGate();
                peer.openGate();
                assertThat(stream.readAllBytes()).asString(UTF_8).isEqualTo(HttpPeer.PART);
            }
        }
        // Calls and the sinks of their bodies.
        assertThat(agent.swallowed()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(seen.exchanges()).isEmpty();
    }
}
