package io.autobot.agent.instrumentation.reactornetty;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReactorNettyWithThrowingAdviceTest extends HttpThrowingAdviceContract {
    @RegisterExtension
    static final WeavingExtension AGENT =
            WeavingExtension.of(new ReactorNettyInstrumentation()).withThrowingAdvice();

    private static final HttpCallers CALLERS = new HttpCallers(ReactorNettyCaller.class, ReactorNettyReleases::files);

    ReactorNettyWithThrowingAdviceTest() {
        super(CALLERS.of("1.3.8"));
    }

    @AfterAll
    static void close() throws Exception {
        CALLERS.close();
    }
}
