package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpPeer;
import io.autobot.agent.testkit.http.HttpUnloadingContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours keeps an application's client. */
class ApacheHttpClient5UnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ApacheHttpClient5Instrumentation()).recording(seen);

    @Test
    void theClassicClientIsCollected() throws Exception {
        HttpUnloadingContract.check(
                seen,
                new HttpCallers(ClassicCaller.class, ApacheHttpClient5Releases::files),
                ApacheHttpClient5Releases.NEWEST);
    }

    @Test
    void theAsynchronousClientIsCollected() throws Exception {
        HttpUnloadingContract.check(
                seen,
                new HttpCallers(AsyncCaller.class, ApacheHttpClient5Releases::files),
                ApacheHttpClient5Releases.NEWEST);
    }

    @Test
    void theMinimalClientOfHttp2IsCollected() throws Exception {
        try (HttpPeer peer = HttpPeer.startHttp2()) {
            HttpUnloadingContract.check(
                    seen,
                    new HttpCallers(MinimalHttp2Caller.class, ApacheHttpClient5Releases::files),
                    ApacheHttpClient5Releases.NEWEST,
                    peer);
        }
    }
}
