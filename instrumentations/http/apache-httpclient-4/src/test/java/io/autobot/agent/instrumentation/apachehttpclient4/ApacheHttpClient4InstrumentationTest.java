package io.autobot.agent.instrumentation.apachehttpclient4;

import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.http.cases.HttpCaller;
import io.autobot.agent.testkit.http.cases.HttpTransportContract;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import io.autobot.agent.testkit.library.LibraryLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every transport has to do, by both kinds of client. */
class ApacheHttpClient4InstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ApacheHttpClient4Instrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicNode> classic() {
        return ApacheHttpClient4Releases.classic().stream()
                .map(release ->
                        contract(release, ApacheHttpClient4Releases.classicLoader(release), ClassicCaller.class));
    }

    @TestFactory
    Stream<DynamicNode> asynchronous() {
        return ApacheHttpClient4Releases.async().stream()
                .map(release -> contract(release, ApacheHttpClient4Releases.asyncLoader(release), AsyncCaller.class));
    }

    private DynamicNode contract(String release, LibraryLoader library, Class<? extends HttpCaller> type) {
        return DynamicContainer.dynamicContainer(
                release,
                HttpTransportContract.of(seen, ApacheHttpClient4Releases.caller(library, type))
                        .onClose(library::close));
    }
}
