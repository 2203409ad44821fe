package io.autobot.agent.instrumentation.vertxhttp;

import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class VertxHttpWithThrowingAdviceTest extends HttpThrowingAdviceContract {
    @RegisterExtension
    static final WeavingExtension AGENT =
            WeavingExtension.of(new VertxHttpInstrumentation()).withThrowingAdvice();

    private static final HttpCallers CALLERS = new HttpCallers(VertxHttpCaller.class, VertxHttpReleases::files);

    VertxHttpWithThrowingAdviceTest() {
        super(CALLERS.of("5.2.3"));
    }

    @AfterAll
    static void close() throws Exception {
        CALLERS.close();
    }
}
