package io.autobot.agent.instrumentation.jettyclient;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class JettyClientWithThrowingAdviceTest extends HttpThrowingAdviceContract {
    @RegisterExtension
    static final WeavingExtension AGENT =
            WeavingExtension.of(new JettyClientInstrumentation()).withThrowingAdvice();

    private static final HttpCallers CALLERS = new HttpCallers(JettyClientCaller.class, JettyClientReleases::files);

    JettyClientWithThrowingAdviceTest() {
        super(CALLERS.of("12.1.14"));
    }

    @AfterAll
    static void close() throws Exception {
        CALLERS.close();
    }
}
