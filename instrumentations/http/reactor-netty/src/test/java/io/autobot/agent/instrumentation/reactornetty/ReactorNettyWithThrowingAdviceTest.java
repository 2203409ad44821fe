package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReactorNettyWithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ReactorNettyInstrumentation())
            .recording(seen)
            .withThrowingAdvice();

    @Test
    void theApplicationDoesNotNotice() throws Exception {
        new HttpCallers(ReactorNettyCaller.class, ReactorNettyReleases::files)
                .use(ReactorNettyReleases.NEWEST, caller -> HttpThrowingAdviceContract.check(seen, caller));
    }
}
