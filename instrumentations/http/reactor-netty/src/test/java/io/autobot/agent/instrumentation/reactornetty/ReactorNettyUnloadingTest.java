package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpUnloadingContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours keeps an application's client. */
class ReactorNettyUnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ReactorNettyInstrumentation()).recording(seen);

    @Test
    void aLoaderIsCollected() throws Exception {
        HttpUnloadingContract.check(
                seen,
                new HttpCallers(EndingReactorNettyCaller.class, ReactorNettyReleases::files),
                ReactorNettyReleases.NEWEST);
    }
}
