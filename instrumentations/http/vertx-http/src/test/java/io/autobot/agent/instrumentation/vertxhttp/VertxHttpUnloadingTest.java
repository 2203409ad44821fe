package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpUnloadingContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours keeps an application's client. */
class VertxHttpUnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new VertxHttpInstrumentation()).recording(seen);

    /** Not in the newest: nothing collects 5.2.3, without any agent. */
    @Test
    void aLoaderIsCollected() throws Exception {
        HttpUnloadingContract.check(seen, new HttpCallers(VertxHttpCaller.class, VertxHttpReleases::files), "5.0.0");
    }
}
