package io.autobot.agent.instrumentation.jettyclient11;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpUnloadingContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of ours keeps an application's client. */
class JettyClient11UnloadingTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new JettyClient11Instrumentation()).recording(seen);

    @ParameterizedTest
    @MethodSource("io.autobot.agent.instrumentation.jettyclient11.JettyClient11Releases#all")
    void aLoaderIsCollected(String release) throws Exception {
        HttpUnloadingContract.check(
                seen, new HttpCallers(JettyClient11Caller.class, JettyClient11Releases::files), release);
    }
}
