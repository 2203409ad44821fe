package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JettyClient11WithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new JettyClient11Instrumentation())
            .recording(seen)
            .withThrowingAdvice();

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.jettyclient11.JettyClient11Releases#all")
    void theApplicationDoesNotNotice(String release) throws Exception {
        new HttpCallers(JettyClient11Caller.class, JettyClient11Releases::files)
                .use(release, caller -> HttpThrowingAdviceContract.check(seen, caller));
    }
}
