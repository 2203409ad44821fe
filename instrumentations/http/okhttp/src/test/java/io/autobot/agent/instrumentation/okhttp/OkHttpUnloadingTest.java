package io.autobot.agent.instrumentation.okhttp;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.HttpUnloadingContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours keeps an application's client. */
class OkHttpUnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new OkHttpInstrumentation()).recording(seen);

    @Test
    void aLoaderIsCollected() throws Exception {
        try (HttpPeer peer = HttpPeer.startHttp2()) {
            HttpUnloadingContract.check(
                    seen,
                    new HttpCallers(EndingOkHttpSession.class, OkHttpReleases::files),
                    OkHttpReleases.NEWEST,
                    peer);
        }
    }
}
