package io.autobot.agent.instrumentation.apachehttpclient5;

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
class ApacheHttpClient5InstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ApacheHttpClient5Instrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicNode> classic() {
        return ApacheHttpClient5Releases.all().stream().map(release -> contract(release, ClassicCaller.class));
    }

    @TestFactory
    Stream<DynamicNode> asynchronous() {
        return ApacheHttpClient5Releases.asynchronous().map(release -> contract(release, AsyncCaller.class));
    }

    private DynamicNode contract(String release, Class<? extends HttpCaller> type) {
        LibraryLoader library = ApacheHttpClient5Releases.loader(release);
        return DynamicContainer.dynamicContainer(
                release,
                HttpTransportContract.of(seen, ApacheHttpClient5Releases.caller(library, type))
                        .onClose(library::close));
    }
}
