package io.autobot.agent.instrumentation.apachehttpclient5;

import io.autobot.agent.testkit.http.HttpCaller;
import io.autobot.agent.testkit.http.HttpCallers;
import io.autobot.agent.testkit.http.HttpThrowingAdviceContract;
import io.autobot.agent.testkit.http.RecordingProtocol;
import io.autobot.agent.testkit.inprocess.WeavingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library does what it does when every advice throws. */
class ApacheHttpClient5WithThrowingAdviceTest {
    private final RecordingProtocol seen = new RecordingProtocol();

    @RegisterExtension
    final WeavingExtension agent = WeavingExtension.of(new ApacheHttpClient5Instrumentation())
            .recording(seen)
            .withThrowingAdvice();

    @Test
    void theClassicClientDoesNotNotice() throws Exception {
        check(ClassicCaller.class);
    }

    @Test
    void theAsynchronousClientDoesNotNotice() throws Exception {
        check(AsyncCaller.class);
    }

    @Test
    void theMinimalClientDoesNotNotice() throws Exception {
        check(MinimalCaller.class);
    }

    private void check(Class<? extends HttpCaller> type) throws Exception {
        new HttpCallers(type, ApacheHttpClient5Releases::files)
                .use(ApacheHttpClient5Releases.NEWEST, caller -> HttpThrowingAdviceContract.check(seen, caller));
    }
}
