package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpUnloadingContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of ours keeps an application's client. */
class JettyClientUnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new JettyClientInstrumentation()).recording(seen);

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.jettyclient.JettyClientReleases#all")
    void aLoaderIsCollected(String release) throws Exception {
        HttpUnloadingContract.check(
                seen, new HttpCallers(JettyClientCaller.class, JettyClientReleases::files), release);
    }
}
