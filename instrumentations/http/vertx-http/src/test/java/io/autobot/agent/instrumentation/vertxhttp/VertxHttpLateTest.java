package io.autobot.agent.instrumentation.vertxhttp;

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

/** The agent comes to a client that has been used: there are no fields of ours in its classes. */
class VertxHttpLateTest {
    private static HttpCaller caller;

    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent =
            WeavingExtension.of(new VertxHttpInstrumentation()).recording(seen);

    @BeforeAll
    static void use() throws Exception {
        caller = new HttpCallers(VertxHttpCaller.class, VertxHttpReleases::files).used(VertxHttpReleases.NEWEST);
    }

    @TestFactory
    Stream<DynamicTest> contract() {
        return HttpTransportContract.of(seen, caller);
    }
}
