package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JettyClientWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new JettyClientInstrumentation())
            .recording(seen)
            .withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() throws Exception {
        new HttpCallers(JettyClientCaller.class, JettyClientReleases::files)
                .use(JettyClientReleases.NEWEST, caller -> HttpThrowingAdviceContract.check(seen, caller));
    }
}
