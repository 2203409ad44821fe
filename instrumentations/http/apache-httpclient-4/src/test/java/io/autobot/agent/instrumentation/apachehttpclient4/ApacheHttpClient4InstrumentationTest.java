package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every transport has to do, by both kinds of client. */
class ApacheHttpClient4InstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ApacheHttpClient4Instrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicContainer> classic() {
        return new HttpCallers(ClassicCaller.class, ApacheHttpClient4Releases::classicFiles)
                .contract(seen, ApacheHttpClient4Releases.classic());
    }

    @TestFactory
    Stream<DynamicContainer> asynchronous() {
        return new HttpCallers(AsyncCaller.class, ApacheHttpClient4Releases::asyncFiles)
                .contract(seen, ApacheHttpClient4Releases.async());
    }
}
