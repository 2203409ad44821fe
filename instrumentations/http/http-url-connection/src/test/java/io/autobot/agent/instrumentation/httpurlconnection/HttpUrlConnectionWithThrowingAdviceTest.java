package io.autobot.agent.instrumentation.httpurlconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
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
        HttpThrowingAdviceContract.check(seen, new UrlConnectionCaller(streaming));
        // Eight calls, each by several methods.
        assertThat(agent.swallowed()).hasSizeGreaterThanOrEqualTo(8 * 3);
    }
}
