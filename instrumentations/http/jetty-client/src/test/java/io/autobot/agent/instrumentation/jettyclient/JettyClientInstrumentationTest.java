package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class JettyClientInstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new JettyClientInstrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicContainer> contract() {
        return new HttpCallers(JettyClientCaller.class, JettyClientReleases::files)
                .contract(seen, JettyClientReleases.all());
    }

    @TestFactory
    Stream<DynamicTest> http2() {
        return new HttpCallers(JettyHttp2Caller.class, JettyClientReleases::files)
                .http2(seen, JettyClientReleases.NEWEST);
    }
}
