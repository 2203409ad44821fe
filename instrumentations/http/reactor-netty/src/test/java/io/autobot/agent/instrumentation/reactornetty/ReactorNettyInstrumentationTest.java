package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReactorNettyInstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ReactorNettyInstrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicContainer> contract() {
        return new HttpCallers(ReactorNettyCaller.class, ReactorNettyReleases::files)
                .contract(seen, ReactorNettyReleases.all());
    }

    @TestFactory
    Stream<DynamicTest> http2() {
        return new HttpCallers(ReactorNettyHttp2Caller.class, ReactorNettyReleases::files)
                .http2(seen, ReactorNettyReleases.NEWEST);
    }
}
