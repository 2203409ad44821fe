package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpTransportContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The agent comes to clients that have been used: there are no fields of ours in what they hand out. */
class ApacheHttpClient5LateTest {
    private static HttpCaller asynchronous;
    private static HttpCaller minimal;

    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new ApacheHttpClient5Instrumentation()).recording(seen);

    @BeforeAll
    static void use() throws Exception {
        asynchronous = used(AsyncCaller.class);
        minimal = used(MinimalCaller.class);
    }

    private static HttpCaller used(Class<? extends HttpCaller> type) throws Exception {
        return new HttpCallers(type, ApacheHttpClient5Releases::files).used(ApacheHttpClient5Releases.NEWEST);
    }

    @TestFactory
    Stream<DynamicTest> asynchronous() {
        return HttpTransportContract.of(seen, asynchronous);
    }

    @TestFactory
    Stream<DynamicTest> minimal() {
        return HttpTransportContract.of(seen, minimal);
    }
}
