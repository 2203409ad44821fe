package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every transport has to do, by both kinds of client. */
class ApacheHttpClient5InstrumentationTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ApacheHttpClient5Instrumentation()).recording(seen);

    @TestFactory
    Stream<DynamicContainer> classic() {
        return new HttpCallers(ClassicCaller.class, ApacheHttpClient5Releases::files)
                .contract(seen, ApacheHttpClient5Releases.all());
    }

    @TestFactory
    Stream<DynamicContainer> asynchronous() {
        return new HttpCallers(AsyncCaller.class, ApacheHttpClient5Releases::files)
                .contract(seen, ApacheHttpClient5Releases.all());
    }

    @TestFactory
    Stream<DynamicContainer> minimal() {
        return new HttpCallers(MinimalCaller.class, ApacheHttpClient5Releases::files)
                .contract(seen, ApacheHttpClient5Releases.newest());
    }

    @TestFactory
    Stream<DynamicContainer> http2() {
        return http2(AsyncHttp2Caller.class, ApacheHttpClient5Releases.all());
    }

    @TestFactory
    Stream<DynamicContainer> multiplexing() {
        return http2(MultiplexingCaller.class, ApacheHttpClient5Releases.newest());
    }

    @TestFactory
    Stream<DynamicContainer> minimalHttp2() {
        return http2(MinimalHttp2Caller.class, ApacheHttpClient5Releases.newest());
    }

    private Stream<DynamicContainer> http2(Class<? extends HttpCaller> type, List<String> releases) {
        HttpCallers callers = new HttpCallers(type, ApacheHttpClient5Releases::files);
        return releases.stream()
                .map(release -> DynamicContainer.dynamicContainer(release, callers.http2(seen, release)));
    }
}
