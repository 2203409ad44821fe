package io.autobot.agent.instrumentation.jettyclient11;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autobot.agent.http.HttpConversation.Ending;
import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JettyClient11InstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new JettyClient11Instrumentation()).recording(seen);

    private final HttpCallers callers = new HttpCallers(JettyClient11Caller.class, JettyClient11Releases::files);

    @TestFactory
    Stream<DynamicContainer> contract() {
        return callers.contract(seen, JettyClient11Releases.all());
    }

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.jettyclient11.JettyClient11Releases#all")
    void aReplyThatNobodyReadsAndOneThatTheClientThoughtToAnswer(String release) throws Exception {
        byte[] body = "{\"error\":1}".getBytes(UTF_8);
        try (HttpPeer peer = HttpPeer.start()) {
            callers.use(release, caller -> {
                caller.start(peer.uri("/claimed/echo"), body);
                assertThat(seen.only().ending()).isEqualTo(Ending.COMPLETE);
                assertThat(seen.only().responseBytes()).isEqualTo(body);
                seen.clear();

                // There is no challenge in it, which fails the call.
                assertThatThrownBy(() -> caller.send(peer.uri("/claimed/status?code=401"), body, null))
                        .hasMessageContaining("WWW-Authenticate");
                assertThat(seen.only().status()).isEqualTo(401);
                assertThat(seen.only().responseBytes()).isEqualTo(body);
                assertThat(seen.only().ending()).isEqualTo(Ending.FAILED);
            });
        }
    }

    @TestFactory
    Stream<DynamicContainer> http2() {
        HttpCallers http2 = new HttpCallers(JettyHttp2Caller.class, JettyClient11Releases::files);
        return JettyClient11Releases.all().stream()
                .map(release -> DynamicContainer.dynamicContainer(release, http2.http2(seen, release)));
    }
}
