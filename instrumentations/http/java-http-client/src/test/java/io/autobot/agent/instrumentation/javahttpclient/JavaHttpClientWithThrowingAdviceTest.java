package io.autobot.agent.instrumentation.javahttpclient;

import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK does what it does when every advice throws. */
class JavaHttpClientWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new JavaHttpClientInstrumentation())
            .recording(seen)
            .withThrowingAdvice();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theApplicationDoesNotNotice(boolean asynchronous) throws Exception {
        HttpThrowingAdviceContract.check(seen, new JavaHttpCaller(asynchronous));
    }
}
