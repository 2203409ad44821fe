package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VertxHttpWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new VertxHttpInstrumentation()).recording(seen).withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() throws Exception {
        new HttpCallers(VertxHttpCaller.class, VertxHttpReleases::files)
                .use("5.2.3", caller -> HttpThrowingAdviceContract.check(seen, caller));
    }
}
