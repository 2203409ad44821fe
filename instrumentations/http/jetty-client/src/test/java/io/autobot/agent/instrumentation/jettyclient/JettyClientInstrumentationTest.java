package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpTransportContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "Jetty client {0}")
@MethodSource("releases")
class JettyClientInstrumentationTest extends HttpTransportContract {
    private static final RecordingProtocol SEEN = new RecordingProtocol();

    @RegisterExtension
    static final WeavingExtension AGENT =
            WeavingExtension.of(new JettyClientInstrumentation()).recording(SEEN);

    private static final HttpCallers CALLERS = new HttpCallers(JettyClientCaller.class, JettyClientReleases::files);

    JettyClientInstrumentationTest(String release) {
        super(SEEN, CALLERS.of(release));
    }

    static List<String> releases() {
        return JettyClientReleases.all();
    }

    @AfterAll
    static void close() throws Exception {
        CALLERS.close();
    }
}
