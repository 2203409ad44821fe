package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class VertxHttpInstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new VertxHttpInstrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicContainer> contract() {
        return new HttpCallers(VertxHttpCaller.class, VertxHttpReleases::files).contract(seen, VertxHttpReleases.all());
    }

    @TestFactory
    Stream<DynamicTest> http2() {
        return new HttpCallers(VertxHttp2Caller.class, VertxHttpReleases::files).http2(seen, VertxHttpReleases.NEWEST);
    }
}
